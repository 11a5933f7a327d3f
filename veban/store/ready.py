"""Import this first: Django is set up once a process, before anything reads a model."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "veban.settings")
django.setup()

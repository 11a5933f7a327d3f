"""Addresses of exchange, below ``/doors/exchange/``."""

from django.urls import path

from veban.web.doors import exchange

urlpatterns = [
    path("join", exchange.join),
    path("greeting", exchange.greeting),
    path("uploads", exchange.uploads),
    path("uploads/<str:digest>", exchange.upload),
    path("excerpts/<int:count>/<str:digest>", exchange.excerpt),
    path("bundles/<str:node>", exchange.bundle),
    path("files/<str:name>", exchange.file),
]

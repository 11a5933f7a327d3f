"""Only the doors of exchange."""

from django.urls import include, path

urlpatterns = [path("doors/exchange/", include("veban.web.doors.exchange_urls"))]

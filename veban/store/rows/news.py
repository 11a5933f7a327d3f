"""Rows of news (việc cần báo tin)."""

from typing import ClassVar

from django.db import models

from veban.core.dossiers.telling import NewsRow


class NewsRecord(models.Model):
    ROW: ClassVar[type] = NewsRow

    stream = models.TextField(primary_key=True)
    unit = models.TextField()
    code = models.TextField()
    news = models.TextField()
    since_at = models.DateTimeField()
    by_on = models.DateField(null=True)
    told_at = models.DateTimeField(null=True)
    told_through = models.TextField(null=True)
    full_name = models.TextField()
    phone = models.TextField(null=True)
    village = models.TextField()
    through = models.TextField(null=True)

    class Meta:
        db_table = "row_news"
        indexes: ClassVar = [
            models.Index(fields=["unit", "told_at", "village"], name="row_news_unit_village"),
        ]

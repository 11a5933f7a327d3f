"""What axe-core finds wrong with a page for people who hear, zoom or use the keyboard."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def complaints(page: Page) -> list[str]:
    """Return a line for each element that breaks a rule; an accessible page gives none."""
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {node['html']} ({rule['help']})" for rule in found for node in rule["nodes"]
    ]

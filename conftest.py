"""What every test may use: see the modules named here."""

pytest_plugins = [
    "tests.servers.needs",
    "tests.servers.mounts",
    "tests.servers.postgres",
    "tests.servers.chromium",
]

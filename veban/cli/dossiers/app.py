"""``veban dossiers``: the commands of dossiers, each in a module of its own (hồ sơ)."""

from veban.cli.dossiers.do import do
from veban.cli.dossiers.entered import entered
from veban.cli.dossiers.erase import erase
from veban.cli.dossiers.exporting import export
from veban.cli.dossiers.importing import import_file
from veban.cli.dossiers.receive import receive
from veban.cli.dossiers.show import show
from veban.cli.dossiers.underway import underway
from veban.cli.dossiers.visit import visit
from veban.cli.options import command_app

app = command_app("Hồ sơ")
app.command()(receive)
app.command()(visit)
app.command()(do)
app.command()(show)
app.command()(underway)
app.command()(entered)
app.command()(erase)
app.command("import")(import_file)
app.command()(export)

"""The WSGI application of the node that ``VEBAN_DATA`` names, as ``veban serve`` runs it."""

import os
from pathlib import Path

from veban.web.application import NodeApplication
from veban.web.parent_watch import end_with_parent
from veban.wiring.served import serve_folder
from veban.wiring.ticking import Ticker

end_with_parent()
served = serve_folder(Path(os.environ["VEBAN_DATA"]))
application = NodeApplication(served)
Ticker(served).start()

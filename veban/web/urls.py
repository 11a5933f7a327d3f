"""All addresses (địa chỉ các trang); each view carries its access rule."""

from django.urls import include, path, register_converter

from veban.web.citizen.source import download_source, show_source
from veban.web.citizen.track import show_tracking
from veban.web.counter import dossier_papers, scan_pages
from veban.web.counter.clock import confirm
from veban.web.counter.dossier import show_received
from veban.web.counter.doubled import renumber_one, show_dossier
from veban.web.counter.find_procedure import find_procedure, show_checklist
from veban.web.counter.inbox import show_inbox
from veban.web.counter.listing import list_dossiers
from veban.web.counter.move import make_move
from veban.web.counter.receive import receive
from veban.web.counter.sitting_page import print_sitting, show_sitting
from veban.web.counter.slips import dossier_slip, visit_slip
from veban.web.counter.visit import send_home, show_visit
from veban.web.declarations import fill, samples
from veban.web.declarations.of_dossier import begin_of_dossier
from veban.web.doors import commands
from veban.web.doors.track import track
from veban.web.entrance.health import health
from veban.web.entrance.opening import choose_pin, first_phrase, lock_now, open_folder, switch
from veban.web.entrance.sign_in import first_use, home, sign_in, sign_out
from veban.web.language import choose_language
from veban.web.laptops.laptops import (
    list_laptops,
    print_lost_report,
    report_laptop_lost,
    show_laptop,
)
from veban.web.laptops.late import decide_late_item, list_late_items
from veban.web.laptops.point import name_point
from veban.web.laptops.recognise import recognise_file
from veban.web.laptops.take_late import take_late_file
from veban.web.law import desk
from veban.web.law.agency import settle_agency
from veban.web.people import officers
from veban.web.people.own import end_own, second_factor, show_own
from veban.web.people.person import erase_place, find_everything, give_everything
from veban.web.people.privacy import show_looks, show_privacy
from veban.web.people.unit import settle
from veban.web.round import lan, pack, queue, stick
from veban.web.round.bags import close_bag, scan, show_bag, show_bags
from veban.web.round.blanks import blanks_as_pdf, show_blanks, spoil_slip
from veban.web.round.carriage import show_carriage
from veban.web.round.clock import say_right, show_clock
from veban.web.round.find_person import find_person
from veban.web.round.home import return_as_pdf, show_return
from veban.web.round.hub import show_ways
from veban.web.round.jobs import run_job, show_jobs
from veban.web.round.labels import choose_labels, print_labels, print_list
from veban.web.round.ready import confirm_ready, print_check, show_ready
from veban.web.round.slip import type_slip
from veban.web.round.to_tell import print_news_sheet, show_to_tell
from veban.web.round.underway import show_underway


class SlipKind:
    """The slips of a dossier, as ``veban slip`` names them."""

    regex = "receipt|pictures|supplement|refusal|apology|stop|control|declaration"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Outcome(SlipKind):
    """The slips without a dossier."""

    regex = "supplement|refusal"


register_converter(SlipKind, "slip")
register_converter(Outcome, "outcome")

urlpatterns = [
    path("", home),
    path("health", health),
    path("language", choose_language),
    path("source", show_source),
    path("source.zip", download_source),
    path("sign-in", sign_in),
    path("sign-out", sign_out),
    path("first-use", first_use),
    path("open", open_folder),
    path("lock", lock_now),
    path("first-phrase", first_phrase),
    path("switch", switch),
    path("pin", choose_pin),
    path("inbox", show_inbox),
    path("dossiers", list_dossiers),
    path("dossiers/<str:code>", show_dossier),
    path("dossiers/<str:code>/renumber", renumber_one),
    path("dossiers/<str:code>/received", show_received),
    path("dossiers/<str:code>/declaration", begin_of_dossier),
    path("dossiers/<str:code>/papers", dossier_papers.show_papers),
    path("dossiers/<str:code>/papers/<int:paper>/<int:scan>", dossier_papers.show_paper),
    path(
        "dossiers/<str:code>/papers/<int:paper>/<int:scan>/small",
        dossier_papers.show_small_paper,
    ),
    path("dossiers/<str:code>/papers/<int:paper>/attach", dossier_papers.attach),
    path("dossiers/<str:code>/do/<str:move>", make_move),
    path("dossiers/<str:code>/<slip:kind>.pdf", dossier_slip),
    path("receive", find_procedure),
    path("receive/<str:procedure>", show_checklist),
    path("receive/<str:procedure>/form", receive),
    path("receive/<str:procedure>/declaration", fill.begin),
    path("receive/<str:procedure>/person", find_person),
    path("receive/<str:procedure>/sent-home/<outcome:outcome>", send_home),
    path("scans", scan_pages.show_scans),
    path("scans/waiting", scan_pages.poll_scans),
    path("scans/add", scan_pages.add_scans),
    path("scans/join", scan_pages.join_scans),
    path("scans/drop", scan_pages.drop_scan),
    path("scans/<str:digest>", scan_pages.show_scan),
    path("scans/<str:digest>/small", scan_pages.show_small),
    path("sittings/<str:sitting>", show_sitting),
    path("sittings/<str:sitting>/summary.pdf", print_sitting),
    path("visits/<str:visit>", show_visit),
    path("visits/<str:visit>/slip.pdf", visit_slip),
    path("declarations/<str:draft>/print.pdf", fill.print_draft),
    path("declarations/<str:draft>/<str:section>", fill.fill_section),
    path("samples", samples.list_samples),
    path("samples/<str:form>", samples.show_sample),
    path("samples/<str:form>/sample.pdf", samples.print_sample),
    path("samples/<str:form>/empty.pdf", samples.print_empty),
    path("road", show_ways),
    path("nodes", list_laptops),
    path("nodes/recognise", recognise_file),
    path("nodes/<str:laptop>", show_laptop),
    path("nodes/<str:laptop>/point", name_point),
    path("nodes/<str:laptop>/lost", report_laptop_lost),
    path("nodes/<str:laptop>/lost.pdf", print_lost_report),
    path("nodes/<str:laptop>/late", take_late_file),
    path("law", desk.show_desk),
    path("law/agency", settle_agency),
    path("law/choose/<str:kind>", desk.choose),
    path("law/enter/<str:kind>", desk.enter),
    path("law/enter/<str:kind>/<str:about>", desk.enter),
    path("me", show_own),
    path("me/end", end_own),
    path("me/second-factor", second_factor),
    path("officers", officers.show_officers),
    path("officers/new", officers.add_one),
    path("officers/<str:officer>", officers.change_one),
    path("officers/<str:officer>/let-go", officers.let_one_go),
    path("officers/<str:officer>/invite", officers.invite_anew),
    path("officers/<str:officer>/sessions", officers.end_sessions),
    path("unit", settle),
    path("privacy", show_privacy),
    path("privacy/looks", show_looks),
    path("privacy/person", find_everything),
    path("privacy/person/file", give_everything),
    path("privacy/person/erase", erase_place),
    path("late", list_late_items),
    path("late/<str:subject>", decide_late_item),
    path("road/queue", queue.show_queue),
    path("road/queue/try", queue.try_now),
    path("road/queue/address", queue.keep_address),
    path("road/stick", stick.show_stick),
    path("road/stick/make", stick.make_file),
    path("road/stick/take", stick.take_file),
    path("road/stick/carried/<str:name>", stick.fetch_carried),
    path("road/stick/carried/<str:name>/drop", stick.drop_carried),
    path("road/pack", pack.show_pack),
    path("road/pack/make", pack.make_pack_of_round),
    path("road/pack/open", pack.open_pack_here),
    path("road/pack/blanks", pack.print_pack_blanks),
    path("road/pack/<str:round_id>.veban", pack.fetch_pack),
    path("road/lan", lan.show_lan),
    path("road/lan/qr.svg", lan.address_qr),
    path("road/lan/receive", lan.let_in),
    path("road/lan/send", lan.send_file),
    path("clock", show_clock),
    path("clock/right", say_right),
    path("clock/ahead", confirm),
    path("road/ready", show_ready),
    path("road/ready/print.pdf", print_check),
    path("road/ready/<str:line>", confirm_ready),
    path("road/blanks", show_blanks),
    path("road/blanks/print.pdf", blanks_as_pdf),
    path("road/blanks/spoiled", spoil_slip),
    path("road/slip", type_slip),
    path("road/underway", show_underway),
    path("road/to-tell", show_to_tell),
    path("road/to-tell/<int:village>.pdf", print_news_sheet),
    path("road/return", show_return),
    path("road/return.pdf", return_as_pdf),
    path("jobs", show_jobs),
    path("jobs/<str:job>/run", run_job),
    path("bags", show_bags),
    path("bags/<str:bag>", show_bag),
    path("bags/<str:bag>/scan", scan),
    path("bags/<str:bag>/close", close_bag),
    path("bags/<str:bag>/list.pdf", print_list),
    path("carriage", show_carriage),
    path("envelopes", choose_labels),
    path("envelopes.pdf", print_labels),
    path("t/", show_tracking),
    path("t/<str:tracking>", show_tracking),
    path("doors/dossiers", commands.receive),
    path("doors/moves", commands.move),
    path("doors/track/<str:code>", track),
    path("doors/exchange/", include("veban.web.doors.exchange_urls")),
]

handler404 = "veban.web.refusal_pages.page_not_found"
handler500 = "veban.web.refusal_pages.page_failed"

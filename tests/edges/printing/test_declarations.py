"""Declarations as they are printed, read back from the PDF: empty, filled in, and as models."""

import io

import pytest
from pypdf import PdfReader

from veban.core.declarations.form import FieldKind
from veban.core.declarations.typed import show_value
from veban.core.slips.declaration import Print, Sheet, declaration_data
from veban.edges.printing.printer import TypstPrinter
from veban.edges.rulebook.shipped import ShippedRules

PRINTER = TypstPrinter()
FORMS = ShippedRules().declarations()
BIRTH = next(form for form in FORMS if form.name == "birth")
NA_SANG = "Ủy ban nhân dân xã Na Sang"

by_name = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


def pages(form, use=Print.FILLED, data=None, **more):
    values = form.sample if data is None else data
    pdf = PRINTER.render("declaration", declaration_data(Sheet(form, values, use, NA_SANG, **more)))
    return PdfReader(io.BytesIO(pdf))


def words(*given, **more):
    return flat(" ".join(page.extract_text() for page in pages(*given, **more).pages))


def flat(text):
    return " ".join(text.split())


@by_name
def test_a_print_says_everything_that_was_declared(form):
    printed = words(form)
    for section in form.sections:
        for one in section.fields:
            value = form.sample.get(section.name, {}).get(one.name)
            if value is not None and one.kind not in (FieldKind.CHOICE, FieldKind.TICK):
                assert flat(show_value(one, value)) in printed


@by_name
def test_a_print_has_every_label_with_its_gloss_and_every_signer(form):
    printed = words(form, Print.EMPTY, data={})
    for section in form.sections:
        for label in (section.title, section.title_en):
            assert flat(label) in printed
        for one in section.fields:
            assert flat(one.title) in printed
            assert flat(one.title_en) in printed
    for signer in form.signers:
        assert signer.title.upper() in printed
    assert "Điểm chỉ" in printed
    assert f"Kính gửi: {NA_SANG}" in printed


@by_name
def test_what_is_recalled_is_a_support_print_and_names_the_document(form):
    printed = words(form)
    assert "Bản in hỗ trợ" in printed
    assert form.source.document in printed


@by_name
def test_only_a_model_says_that_it_is_one_on_every_page(form):
    for page in pages(form, Print.SAMPLE).pages:
        assert "MẪU" in page.extract_text()
    assert "MẪU ĐIỀN SẴN" in words(form, Print.SAMPLE)
    assert "MẪU ĐIỀN SẴN" not in words(form)


@by_name
@pytest.mark.parametrize("use", Print)
def test_a_declaration_is_a_tagged_a4(form, use):
    read = pages(form, use, data=form.sample if use is not Print.EMPTY else {})
    box = read.pages[0].mediabox
    assert [round(float(side) / 72 * 25.4) for side in (box.width, box.height)] == [210, 297]
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "vi"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_practice_is_said_and_a_received_one_names_its_code_on_later_pages():
    long = next(form for form in FORMS if form.name == "disability")
    read = pages(long, practice=True, code="H18.03.172-261123-0001")
    assert len(read.pages) > 1
    assert all("BẢN THỬ" in page.extract_text() for page in read.pages)
    assert "H18.03.172-261123-0001" in flat(read.pages[1].extract_text())


def test_a_long_name_stays_on_the_paper():
    data = {**BIRTH.sample, "child": BIRTH.sample["child"] | {"full_name": "N" * 100}}
    printed = words(BIRTH, data=data).replace("\u200b", "").replace(" ", "")
    assert printed.count("N" * 100) == 1


def test_user_text_is_never_markup():
    data = {**BIRTH.sample, "child": BIRTH.sample["child"] | {"full_name": "#panic() *A* $x$"}}
    assert "#panic() *A* $x$" in words(BIRTH, data=data)

"""A certification authority of our own for tests, and PDFs really signed with it."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner

FROM, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
SIGNER, AGENCY, ISSUER = "Cà Văn Ký", "UBND xã Na Sang", "Cơ quan chứng thực thử"


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority with one signer under it."""

    certificate: x509.Certificate
    signer: signers.SimpleSigner


def make_authority(folder: Path, issuer: str = ISSUER) -> Authority:
    """Return an authority; its keys lie in ``folder`` as the library wants them."""
    folder.mkdir(parents=True, exist_ok=True)
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = _name(issuer)
    root = _certificate(root_name, root_name, root_key.public_key(), root_key, ca=True)
    leaf = _certificate(_name(SIGNER, AGENCY), root_name, key.public_key(), root_key, ca=False)
    names = {}
    for name, content in (
        ("root", root.public_bytes(serialization.Encoding.PEM)),
        ("leaf", leaf.public_bytes(serialization.Encoding.PEM)),
        (
            "key",
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            ),
        ),
    ):
        names[name] = folder / f"{name}.pem"
        names[name].write_bytes(content)
    signer = signers.SimpleSigner.load(
        str(names["key"]), str(names["leaf"]), ca_chain_files=(str(names["root"]),)
    )
    return Authority(root, signer)


def trust(authority: Authority, folder: Path) -> None:
    """Put the authority's certificate among the trusted ones."""
    folder.mkdir(parents=True, exist_ok=True)
    made = authority.certificate.public_bytes(serialization.Encoding.PEM)
    (folder / "root.pem").write_bytes(made)


def unsigned_pdf(words: bytes = b"Trich luc khai sinh") -> bytes:
    """Return a PDF of one page, which nobody signed."""
    writer = PdfFileWriter()
    text = b"BT /F1 24 Tf 72 720 Td (" + words + b") Tj ET"
    contents = writer.add_object(StreamObject(stream_data=text))
    writer.insert_page(PageObject(contents=contents, media_box=(0, 0, 595, 842)))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def signed_pdf(authority: Authority, pdf: bytes | None = None, field: str = "Signature1") -> bytes:
    """Return a PDF with one more PAdES signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf or unsigned_pdf()))
    meta = PdfSignatureMetadata(field_name=field, subfilter=fields.SigSeedSubFilter.PADES)
    # In a thread of its own: a browser of an earlier test may have left its event loop here.
    with ThreadPoolExecutor(1) as apart:
        signer = PdfSigner(meta, signer=authority.signer)
        return apart.submit(signer.sign_pdf, writer).result().getvalue()


def appended(pdf: bytes) -> bytes:
    """Return a signed PDF to whose page somebody added words, as a proper revision of the file."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    more = writer.add_object(StreamObject(stream_data=b"BT /F1 24 Tf 72 600 Td (Them) Tj ET"))
    writer.add_stream_to_page(0, more)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _name(common: str, organisation: str | None = None) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, common)]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    return x509.Name(parts)


def _certificate(subject, issuer, public, key, *, ca):
    usage = x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=not ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(FROM)
        .not_valid_after(UNTIL)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False
        )
    )
    return made.sign(key, hashes.SHA256())

"""A node's own keys (khóa của máy): Ed25519 to sign, age to open what is sealed to it."""

import json

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class NodeKeys:
    """The keys in memory, once the folder is open.

    Args:
        seed: 32 bytes of the Ed25519 key.
        identity: The age identity as text.
    """

    def __init__(self, seed: bytes, identity: str) -> None:
        self._seed = seed
        self._signing = Ed25519PrivateKey.from_private_bytes(seed)
        self._identity = pyrage.x25519.Identity.from_str(identity)
        self.public_key: str = self._signing.public_key().public_bytes_raw().hex()
        self.recipient: str = str(self._identity.to_public())

    @classmethod
    def generate(cls) -> "NodeKeys":
        seed = Ed25519PrivateKey.generate().private_bytes_raw()
        return cls(seed, str(pyrage.x25519.Identity.generate()))

    @classmethod
    def from_bytes(cls, kept: bytes) -> "NodeKeys":
        """Read keys back.

        Raises:
            ValueError: these are no keys.
        """
        try:
            data = json.loads(kept)
            return cls(bytes.fromhex(data["sign"]), data["open"])
        except (KeyError, TypeError, pyrage.IdentityError) as problem:
            raise ValueError("no keys of a node") from problem

    def to_bytes(self) -> bytes:
        """Return the keys as they are kept; whoever has them is the node."""
        return json.dumps({"sign": self._seed.hex(), "open": str(self._identity)}).encode()

    def sign(self, message: bytes) -> bytes:
        return self._signing.sign(message)

    def open_sealed(self, sealed: bytes) -> bytes:
        try:
            return bytes(pyrage.decrypt(sealed, [self._identity]))
        except pyrage.DecryptError as problem:
            raise ValueError("not sealed to this node") from problem

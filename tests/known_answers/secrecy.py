"""Computes the known answers in src/secrecy/known_answers.rs without a line of the program's code.

    python3 -m venv venv && venv/bin/pip install pycryptodome argon2-cffi
    venv/bin/python tests/known_answers/secrecy.py
"""

import hashlib
import hmac
import struct

from argon2.low_level import Type, hash_secret
from Crypto.Cipher import ChaCha20_Poly1305

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def counting(first, length):
    return bytes(range(first, first + length))


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def derive(key, label):
    """HKDF-SHA-256 without salt, 32 bytes."""
    extracted = mac(bytes(32), key)
    return mac(extracted, b"allmende/1/" + label.encode() + b"\x01")


def fingerprint(key):
    return hashlib.sha256(b"allmende/1/fingerprint" + key).digest()[:16]


def times(a, b):
    """The product in the field of 32 elements made by x^5 + x^2 + 1."""
    product = 0
    for bit in range(5):
        if b >> bit & 1:
            product ^= a << bit
    for bit in range(9, 4, -1):
        if product >> bit & 1:
            product ^= 0b100101 << (bit - 5)
    return product


def letter_code(random):
    """Five bits for each of 11 places, the lowest first, and the check character that brings the sum to 0."""
    bits = int.from_bytes(random, "big")
    values = [bits >> 5 * place & 31 for place in range(11)]
    check, weight = 0, 1
    for value in reversed(values):
        weight = times(weight, 2)
        check ^= times(value, weight)
    return "".join(ALPHABET[value] for value in values + [check])


def seal(key, place, nonce, plain):
    cipher = ChaCha20_Poly1305.new(key=key, nonce=nonce)
    cipher.update(b"\x01" + place)
    sealed, tag = cipher.encrypt_and_digest(plain)
    return b"\x01" + nonce + sealed + tag


def encode_areas(areas):
    encoded = struct.pack("<H", len(areas))
    for area, choices in areas:
        encoded += struct.pack("<IH", area, len(choices))
        encoded += b"".join(struct.pack("<Ii", project, value) for project, value in choices)
    return encoded


def pad(plain):
    length = 256
    while length < len(plain):
        length *= 2
    return plain.ljust(length, b"\0")


def receipt_code(leaf):
    bits = int.from_bytes(leaf, "big") >> 156
    code = "".join(ALPHABET[bits >> 95 - 5 * place & 31] for place in range(20))
    return "-".join(code[start : start + 4] for start in range(0, 20, 4))


def show(name, value):
    print(f"{name}: {value.hex() if isinstance(value, bytes) else value}")


def main():
    installation, round_key, round_id = counting(0, 32), counting(32, 32), counting(0xA0, 16)
    nonce = counting(0x50, 24)
    for label in ("roll", "code", "tokens", "csrf", "secrets"):
        show(label, derive(installation, label))
    for label in ("pseudonym", "seal", "leaf"):
        show(label, derive(round_key, label))
    show("fingerprint of the installation's key", fingerprint(installation))
    show("fingerprint of the round's key", fingerprint(round_key))

    roll = derive(installation, "roll")
    show("register 4711-ü, seat 2", mac(roll, round_id + b"\x01" + struct.pack("<I", 2) + "4711-ü".encode()))
    account = struct.pack("<qq", 42, 1_809_172_800_000)
    show("account 42", mac(roll, round_id + b"\x02" + account))
    show("key of account 42", mac(roll, account))
    show("key of ada@example.org", mac(roll, round_id + b"\x04" + b"ada@example.org"))
    person = mac(roll, round_id + b"\x03" + struct.pack("<Q", 1_234_567))
    show("code 1234567", person)
    pseudonym = mac(derive(round_key, "pseudonym"), person)
    show("its pseudonym", pseudonym)

    tokens = derive(installation, "tokens")
    for label in ("author", "supporter"):
        show(f"{label}, account 42 in round 7", mac(derive(tokens, label), struct.pack("<qq", 7, 42)))

    code = letter_code(bytes.fromhex("fedcba98765432"))
    show("letter code", code)
    show("its mac", mac(derive(installation, "code"), code.encode()))
    show("letter codes of 0 and 1", f"{letter_code(bytes(7))} {letter_code(bytes(6) + bytes([1]))}")

    session, mask = hashlib.sha256(counting(64, 32)).digest(), counting(0xC0, 16)
    show("token hash", session)
    show("form token", mask + mac(derive(installation, "csrf"), session + mask)[:16])
    row = b"allmende/1/vote-form" + struct.pack("<q", 1_234_567)
    show("form token of the vote", mask + mac(derive(installation, "csrf"), row + mask)[:16])

    areas = encode_areas([(1, [(3, 2), (412, 3)]), (7, []), (70_000, [(99_999, -1)])])
    random = counting(0x10, 16) + counting(0x30, 16)
    plain = b"\x01" + struct.pack("<I", 5) + b"\x02" + struct.pack("<I", 7) + random + areas
    show("ballot before the padding", plain)
    show("sealed ballot", seal(derive(round_key, "seal"), round_id + pseudonym, nonce, pad(plain)))
    for name, byte in (("points", 1), ("approval", 2)):
        leaf = hashlib.sha256(b"allmende/1/leaf" + round_id + bytes([byte]) + random + areas).digest()
        show(f"leaf, {name}", leaf)
        show("its receipt code", receipt_code(leaf))
        if name == "points":
            show("sealed leaf", seal(derive(round_key, "leaf"), round_id + counting(0x70, 16), nonce, leaf))

    show("sealed secret", seal(derive(installation, "secrets"), b"<1@example.org>", nonce, b"123456"))
    show("password", hash_secret(b"correct horse", counting(0, 16), 2, 19 * 1024, 1, 32, Type.ID).decode())


main()

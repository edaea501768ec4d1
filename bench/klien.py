"""A viewer without a browser: it speaks Streamlit's websocket protocol, so that twenty of them leave the cores to the
server. It keeps messages as a browser does and so is sent a large unchanged one only once."""

import asyncio
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROOT = Path(__file__).resolve().parents[1]
SABAR = 120.0  # seconds until a click counts as failed


@dataclass(frozen=True)
class Klik:
    """One run of a page: seconds from the click to its last element, bytes sent, and whether it failed."""

    halaman: str
    detik: float
    byte: int
    gagal: str = ""


@dataclass
class Penonton:
    """One browser window, without the window."""

    alamat: str
    _soket: websockets.ClientConnection
    halaman: dict[str, str] = field(default_factory=dict)  # address -> hash of its script
    _ingat: dict[str, ForwardMsg] = field(default_factory=dict)

    @classmethod
    async def open(cls, alamat: str, nama: str = "") -> tuple["Penonton", Klik]:
        """Connect and open a page by its address; returns the viewer and that first run."""
        soket = await websockets.connect(
            f"{alamat.replace('http', 'ws')}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
            ping_interval=None,
        )
        penonton = cls(alamat, soket)
        pesan = BackMsg()
        pesan.rerun_script.page_name = nama
        return penonton, await penonton._run(nama, pesan)

    async def click(self, nama: str, ekor: str = "") -> Klik:
        """Go to another page as a click in the navigation does."""
        pesan = BackMsg()
        pesan.rerun_script.page_script_hash = self.halaman[nama] if self.halaman else ""  # an app of one page
        pesan.rerun_script.query_string = ekor
        return await self._run(nama, pesan)

    async def close(self) -> None:
        """Leave."""
        await self._soket.close()

    async def _run(self, nama: str, pesan: BackMsg) -> Klik:
        pesan.rerun_script.cached_message_hashes.extend(self._ingat)
        mulai, byte, gagal = time.perf_counter(), 0, ""
        await self._soket.send(pesan.SerializeToString())
        async with asyncio.timeout(SABAR):
            while True:
                isi = await self._soket.recv(decode=False)
                byte += len(isi)
                maju = ForwardMsg.FromString(isi)
                jenis = maju.WhichOneof("type")
                if maju.metadata.cacheable and maju.hash:
                    self._ingat[maju.hash] = maju
                if jenis == "navigation":
                    self.halaman = {p.url_pathname: p.page_script_hash for p in maju.navigation.app_pages}
                elif jenis == "delta" and maju.delta.new_element.WhichOneof("type") == "exception":
                    gagal = maju.delta.new_element.exception.message
                elif jenis == "delta" and "gagal ditampilkan" in maju.delta.new_element.heading.body:
                    gagal = "the page says that it failed"
                elif jenis == "script_finished" and maju.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return Klik(nama, time.perf_counter() - mulai, byte, gagal)


@contextmanager
def serve(skrip: Path, data: Path) -> Iterator[tuple[str, subprocess.Popen[bytes], float]]:
    """Run an app; yields its address, its process, and the seconds until it answered."""
    with socket.socket() as coba:
        coba.bind(("127.0.0.1", 0))
        port = coba.getsockname()[1]
    alamat = f"http://127.0.0.1:{port}"
    mulai = time.perf_counter()
    proses = subprocess.Popen(
        [
            *(sys.executable, "-m", "streamlit", "run", str(skrip)),
            *("--server.port", str(port), "--server.headless", "true", "--browser.gatherUsageStats", "false"),
        ],
        cwd=ROOT,
        env=os.environ | {"UCJ_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _is_healthy(alamat):
            if proses.poll() is not None:
                sys.exit("the app did not start")
            time.sleep(0.05)
        yield alamat, proses, time.perf_counter() - mulai
    finally:
        proses.terminate()
        proses.wait(timeout=30)


def _is_healthy(alamat: str) -> bool:
    try:
        with urllib.request.urlopen(f"{alamat}/_stcore/health", timeout=2):
            return True
    except OSError:
        return False


def memory(proses: subprocess.Popen[bytes]) -> float:
    """Return the most memory that a process has held so far, in MiB (Linux)."""
    baris = Path(f"/proc/{proses.pid}/status").read_text().splitlines()
    return next(int(b.split()[1]) for b in baris if b.startswith("VmHWM:")) / 1024


def cpu(proses: subprocess.Popen[bytes]) -> float:
    """Return the seconds of processor time that a process has used (Linux): no neighbour makes them grow."""
    isi = Path(f"/proc/{proses.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(isi[11]) + int(isi[12])) / os.sysconf("SC_CLK_TCK")

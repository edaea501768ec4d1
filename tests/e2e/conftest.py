"""Starts the real app on demo data and a headless Chromium that may talk to nobody else.

Without Chromium the tests skip and say why; where ``CI`` is set they fail, so that a pipeline cannot stay green
by losing its browser.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.e2e.jendela import Jendela
from tests.perintah import must

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS_TO_START = 60


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser."""
    if CHROMIUM is None:
        reason = "Chromium is not installed: install it or name it in CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(f"{reason} (CI is set, so this is a failure)")
        pytest.skip(reason)
    return CHROMIUM


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser process for the session."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def app(chromium: str, data_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the app on the demo that the other tests share."""
    yield from serve(data_contoh, tmp_path_factory.mktemp("app"))


@pytest.fixture(scope="session")
def app_kosong(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of an app on a data folder that was set up but has received nothing."""
    folder = tmp_path_factory.mktemp("kosong")
    must(folder / "data", "init", "--profil", "lumajang")
    yield from serve(folder / "data", folder)


def serve(data: Path, folder: Path) -> Iterator[str]:
    """Run the app on a free port of this computer until the caller is done; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        *(sys.executable, "-m", "streamlit", "run", "app.py"),
        *("--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"),
    ]
    log = folder / "app.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"UCJ_DATA": str(data)}, stdout=output, stderr=subprocess.STDOUT
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_healthy(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the app answers. Fails with the app's own output when it ends or takes too long."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    pytest.fail(f"The app did not start:\n{log.read_text()[-3000:]}")


@pytest.fixture
def jendela(browser: Browser, app: str) -> Iterator[Jendela]:
    """A fresh browser window on the demo app, the size of a meeting laptop."""
    with Jendela.open(browser, app) as jendela:
        yield jendela

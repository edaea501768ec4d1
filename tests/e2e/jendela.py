"""One browser window that notes whatever a careful reader would call broken."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Route

LAPTOP = {"width": 1366, "height": 768}
LOCAL_SCHEMES = {"data", "blob", "about"}
MILLISECONDS_TO_DRAW = 45_000


@dataclass
class Jendela:
    """A page of the app, with the console errors and the requests to other hosts seen so far."""

    address: str
    page: Page
    console: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def open(
        cls, browser: Browser, address: str, locale: str = "en-US", zone: str | None = None
    ) -> Iterator["Jendela"]:
        """Open a window in a context of its own; requests to other hosts are noted and never sent."""
        context = browser.new_context(viewport=LAPTOP, locale=locale, timezone_id=zone, service_workers="block")
        jendela = cls(address, context.new_page())
        context.route("**/*", jendela._guard)
        page = jendela.page
        page.on("websocket", lambda socket: jendela._note(socket.url))
        page.on("console", jendela._read_console)
        page.on("pageerror", lambda error: jendela.console.append(str(error)))
        try:
            yield jendela
        finally:
            context.close()

    def forget(self) -> None:
        """Forget what was seen so far."""
        self.console.clear()
        self.outside.clear()

    def go(self, path: str) -> None:
        """Open an address of the app and wait until it is drawn."""
        self.page.goto(f"{self.address}/{path}", wait_until="domcontentloaded")
        self.wait()

    def wait(self) -> None:
        """Return when the script has run to its end and the title stands."""
        page = self.page
        page.wait_for_selector("h1", timeout=MILLISECONDS_TO_DRAW)
        page.wait_for_selector(
            '[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=MILLISECONDS_TO_DRAW
        )
        unfinished = '[data-stale="true"], [data-testid="stSkeleton"]'
        page.wait_for_function(f"() => !document.querySelector('{unfinished}')", timeout=MILLISECONDS_TO_DRAW)
        page.wait_for_timeout(400)  # charts draw after the script has ended

    def click_page(self, grup: str, nama: str) -> None:
        """Go to another page by the navigation at the top."""
        self.page.get_by_test_id("stTopNavSection").filter(has_text=grup).click()
        self.page.get_by_test_id("stTopNavDropdownLink").filter(has_text=nama).click()
        self.page.wait_for_timeout(300)
        self.wait()

    def choose(self, saringan: str, nilai: str) -> None:
        """Choose a value in one of the filters."""
        self.page.get_by_label(saringan).first.click()
        self.page.get_by_role("option", name=nilai, exact=True).first.click()
        self.page.wait_for_timeout(300)
        self.wait()

    def text(self) -> str:
        """What a reader can read."""
        return self.page.inner_text("body")

    def list_broken(self) -> list[str]:
        """Everything wrong with the page as it stands; empty when it is sound."""
        broken = [f"console: {line}" for line in self.console]
        broken += [f"request to another host: {url}" for url in self.outside]
        broken += [
            f"stack trace: {text}" for text in self.page.locator('[data-testid="stException"]').all_inner_texts()
        ]
        broken += ["stack trace in the text" for _ in range(self.text().count("Traceback (most recent call last)"))]
        return broken

    def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        script = """() => Math.max(...[document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
            .filter(Boolean).map(e => e.scrollWidth - e.clientWidth))"""
        return int(self.page.evaluate(script))

    def _read_console(self, line: ConsoleMessage) -> None:
        # Streamlit first asks below the address of the page (/desa/_stcore/…) and then at the root: a 404 by design
        is_probe = urlsplit(line.location.get("url", "")).path.endswith(("/_stcore/health", "/_stcore/host-config"))
        if line.type == "error" and not is_probe:
            self.console.append(line.text)

    def _guard(self, route: Route) -> None:
        if self._note(route.request.url):
            route.abort()
        else:
            route.continue_()

    def _note(self, url: str) -> bool:
        """Note a request that leaves the app; True when it does."""
        parts = urlsplit(url)
        is_outside = parts.scheme not in LOCAL_SCHEMES and parts.netloc != urlsplit(self.address).netloc
        if is_outside:
            self.outside.append(url)
        return is_outside

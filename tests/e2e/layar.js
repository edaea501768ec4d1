// What can be read off a drawn page: words, headings, chart blocks, cut labels, rooms that are too small.
window.ucjLayar = (() => {
  const d = document;
  const GRAFIK = '[data-testid="stPlotlyChart"]';
  const rapi = teks => (teks || '').trim().replace(/\s+/g, ' ');
  const kata = e => rapi(e.innerText || e.textContent || e.value).slice(0, 60);
  const tampak = e => e.checkVisibility({opacityProperty: true, visibilityProperty: true});
  const nama = e => e.getAttribute('aria-label') || e.getAttribute('alt') || e.getAttribute('title') || '';

  function judul() {
    return [...d.querySelectorAll('h1, h2, h3, h4')].filter(tampak).map(e => [+e.tagName[1], rapi(e.innerText)]);
  }

  function teks() {
    return {
      halaman: d.body.innerText,
      gambar: [...d.querySelectorAll('svg text')].map(e => e.textContent.trim()).filter(Boolean),
      nama: [...d.querySelectorAll('[aria-label], [alt], [title]')].map(nama),
    };
  }

  // a block reaches from its heading to the next one; what it must hold is searched there and nowhere else
  function blok() {
    const gambar = `${GRAFIK}, .ucj-panas, img.ucj-cetak`;
    const hasil = [];
    let satu = null;
    for (const e of d.querySelectorAll(`h2, .ucj-sub, .ucj-sumber, table, [role="tab"], ${gambar}`)) {
      if (e.matches('h2')) hasil.push(satu = {judul: rapi(e.innerText), grafik: 0, tab: [], tabel: []});
      if (!satu) continue;
      if (e.matches('.ucj-sub')) satu.subjudul ??= e.innerText;
      if (e.matches('.ucj-sumber')) satu.sumber ??= e.innerText;
      if (e.matches('[role="tab"]')) satu.tab.push(e.innerText.trim());
      if (e.matches('table')) satu.tabel.push(e.caption ? rapi(e.caption.textContent) : '');
      if (!e.matches(gambar)) continue;
      const bentuk = [...e.querySelectorAll('svg.main-svg :is(path, rect, text), td')];
      satu.grafik++;
      const isi = e.matches('img') ? e.naturalWidth : bentuk.filter(b => b.getBoundingClientRect().width > 0).length;
      satu.isi = Math.min(satu.isi ?? Infinity, isi);
      satu.alt = nama(e) || [...e.querySelectorAll('[aria-label], [alt]')].map(nama).join(' ') || kata(e);
    }
    return hasil;
  }

  // where a word ends against the room that hides what is wider; a room that can be scrolled by keyboard hides nothing
  function lebih(e) {
    const jarak = d.createRange();
    jarak.selectNodeContents(e);
    const t = jarak.getBoundingClientRect();
    if (!t.width) return 0;
    for (let o = e; o && o !== d.body; o = o.parentElement) {
      const gaya = getComputedStyle(o), r = o.getBoundingClientRect();
      if (r.width <= 2 || gaya.clipPath === 'inset(50%)') return 0;
      if (gaya.overflowX === 'visible') continue;
      if (['auto', 'scroll'].includes(gaya.overflowX) && o.scrollWidth > o.clientWidth + 1 && o.tabIndex >= 0) return 0;
      const x = Math.max(t.right - r.right, r.left - t.left);
      if (x > 2) return x;
    }
    return 0;
  }

  // words that a reader does not see whole
  function terpotong() {
    const hasil = new Set();
    const bukan = 'svg *, script, style, [aria-expanded="false"][data-testid="stSidebar"] *';
    for (const e of d.querySelectorAll('body *')) {
      if (e.matches(bukan) || !tampak(e)) continue;
      if (e instanceof HTMLInputElement) {
        const x = e.scrollWidth - e.clientWidth;
        if (e.type === 'text' && e.value && x > 1) hasil.add(`isian: ${kata(e)} (${x} px)`);
      } else if ([...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && parseFloat(getComputedStyle(e).fontSize) > 1) {
        const x = lebih(e);
        if (x) hasil.add(`teks: ${kata(e)} (${x.toFixed(0)} px)`);
      }
    }
    for (const bingkai of d.querySelectorAll(GRAFIK)) {
      const b = bingkai.getBoundingClientRect();
      for (const t of b.width ? bingkai.querySelectorAll('svg text') : []) {
        const k = t.getBoundingClientRect();
        const x = Math.max(b.left - k.left, k.right - b.right, b.top - k.top, k.bottom - b.bottom);
        if (k.width && tampak(t) && t.textContent.trim() && x > 1.5) hasil.add(`gambar: ${kata(t)} (${x.toFixed(0)} px)`);
      }
    }
    return [...hasil];
  }

  // labels of one picture that lie over each other by more than a hair: nobody can read either
  function tindih() {
    const hasil = [];
    for (const bingkai of d.querySelectorAll(GRAFIK)) {
      const semua = [...bingkai.querySelectorAll('svg text')]
        .filter(t => t.textContent.trim() && tampak(t))
        .map(t => [kata(t).slice(0, 40), t.getBoundingClientRect()])
        .filter(([, k]) => k.width > 0);
      semua.forEach(([a, p], i) => semua.slice(i + 1).forEach(([b, q]) => {
        const x = Math.min(p.right, q.right) - Math.max(p.left, q.left);
        const y = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
        if (x > 2 && y > 4) hasil.push(`${a} × ${b} (${x.toFixed(0)}×${y.toFixed(0)} px)`);
      }));
    }
    return hasil;
  }

  const melebar = (e, apa) => e && e.scrollWidth > e.clientWidth + 1 ? [`${apa} (+${e.scrollWidth - e.clientWidth} px)`] : [];

  function geser() {
    return [...melebar(d.scrollingElement, 'halaman'), ...melebar(d.querySelector('[data-testid="stMain"]'), 'isi')];
  }

  function geserTabel() {
    return [...d.querySelectorAll('.ucj-gulir')]
      .flatMap(e => melebar(e, `tabel ${rapi(e.querySelector('caption')?.textContent).slice(0, 60)}`));
  }

  // how far down the window the pieces of the first screen reach
  function bawah() {
    const ujung = e => e ? Math.round(e.getBoundingClientRect().bottom) : null;
    return {
      temuan: ujung(d.querySelector('h1')),
      kpi: ujung(d.querySelector('.ucj-kpis')),
      grafik: [...d.querySelectorAll(GRAFIK)].slice(0, 2).map(ujung),
    };
  }

  // resolves when charts and page have kept their sizes for half a second
  function tenang() {
    return new Promise(selesai => {
      let lalu = '', sama = 0;
      const lihat = () => {
        const kini = [...d.querySelectorAll('svg.main-svg')].map(e => e.getBoundingClientRect().width).join() +
          '|' + d.body.scrollWidth;
        sama = kini === lalu ? sama + 1 : 0;
        lalu = kini;
        if (sama > 5) selesai(); else setTimeout(lihat, 80);
      };
      setTimeout(lihat, 120);
    });
  }

  return {judul, teks, blok, terpotong, tindih, geser, geserTabel, bawah, tenang};
})();

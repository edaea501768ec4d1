// What Streamlit does not do by itself: language, main landmark, a way past the navigation, word of a new result.
(() => {
  const d = document;
  document.documentElement.lang = 'id';
  const utama = () => d.querySelector('[data-testid="stMain"]');
  const tandai = () => {
    const isi = utama();
    if (isi && isi.id !== 'isi') {
      isi.id = 'isi';
      isi.tabIndex = -1;
      isi.setAttribute('role', 'main');
    }
  };
  tandai();
  if (d.getElementById('ucj-lompat')) return;
  const lompat = d.createElement('a');
  lompat.id = 'ucj-lompat';
  lompat.href = '#isi';
  lompat.textContent = 'Lompat ke isi';
  lompat.addEventListener('click', e => {
    e.preventDefault();
    (d.querySelector('h1') || utama()).scrollIntoView({block: 'center'});
    utama().focus({preventScroll: true});
  });
  d.body.prepend(lompat);
  const kabar = d.createElement('div');
  kabar.id = 'ucj-kabar-hasil';
  kabar.setAttribute('role', 'status');
  d.body.append(kabar);
  const keadaan = () => d.querySelector('[data-testid="stApp"]')?.getAttribute('data-test-script-state');
  let selesai = keadaan() !== 'running', kali = 0;
  new MutationObserver(ubah => {
    const mulai = ubah.length > 1 || keadaan() === 'running';  // a short run may begin and end in one batch
    if (keadaan() === 'notRunning') {
      tandai();
      // an added space: the same words would not be read a second time
      if (selesai === 'jalan' || (selesai && mulai)) kabar.textContent = 'Hasil diperbarui' + (++kali % 2 ? '' : '\u00a0');
      selesai = true;
    } else if (selesai && mulai) {
      selesai = 'jalan';
    }
  }).observe(d.body, {subtree: true, attributes: true, attributeFilter: ['data-test-script-state']});
})();

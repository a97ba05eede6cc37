/** Abbreviations that always have something after them: a stop behind them never ends a sentence. Lower case, no last dot. */
export const alwaysInside: ReadonlySet<string> = words(`
  mr mrs ms dr prof gen rep sen gov capt lt col sgt rev hon st mt ft vs v cf viz e.g eg i.e ie esp incl excl resp
  approx appr ca est max min avg ver vers fig figs eq eqs sec sect ch chap vol vols pp nr nos ext tel dept univ
  assn assoc aka a.k.a compat orig prev wrt feat`);

/** Abbreviations, written with a capital, that end a sentence only where the next word plainly begins one. */
export const capitalisedMayEnd: ReadonlySet<string> = words(`
  inc ltd corp co llc llp plc gmbh bros jr sr esq jan feb mar apr jun jul aug sep sept oct nov dec
  mon tue tues wed thu thur thurs fri sat sun ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn
  miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que ave blvd rd bldg intl natl ph.d`);

/** The same, in any letter case. Single letters with dots between them ("U.S.", "p.m.") need no entry. */
export const mayEnd: ReadonlySet<string> = words('etc misc al hr hrs secs mins mfg');

/** Abbreviations only before a number ("No. 5", "p. 12"); elsewhere ordinary words. */
export const beforeNumber: ReadonlySet<string> = words('no p art line step rel');

/** Capitalised words that rarely follow an abbreviation or a name inside a sentence. */
export const sentenceStarters: ReadonlySet<string> = words(`
  the this that these those it its it's he she they they're we we're we've our you you'll your there there's here
  here's i i'm i've in on at as for from with by to after before during since until while when where what which who
  why how if although though because however but and or so yet also then thus therefore meanwhile moreover
  furthermore finally first another all any both each every many most some several such not now today yesterday once
  only see read note please thanks thank more a an one two three my his her their let let's don't do does did is are
  was were can could will would should may might have has had instead unfortunately currently recently according
  additionally unlike like given both despite`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

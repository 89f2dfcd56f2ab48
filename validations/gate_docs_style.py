"""The look of the pages of Great Expectations, beside that of the gate's front page."""

STYLE = """
.crumbs { margin-bottom: 1rem; }
.beside { display: grid; grid-template-columns: minmax(9rem, 14rem) minmax(0, 1fr); gap: 2rem; }
.contents { position: sticky; top: 1rem; align-self: start; max-height: 95vh; overflow-y: auto; }
.contents ul { list-style: none; padding: 0; margin: 0; }
.contents a { display: block; padding: .15rem 0; overflow-wrap: anywhere; }
section { border-top: 2px solid #ccc; padding-bottom: 1.5rem; }
section h2 { margin: 1rem 0 .5rem; } section h3 { margin: 1rem 0 .3rem; }
section td, section th { overflow-wrap: anywhere; }
.asked { table-layout: fixed; } .asked > thead th:first-child { width: 5.5rem; }
.asked > thead th:last-child { width: 25%; }
.wide td, .wide th { overflow-wrap: break-word; }
.plain td { white-space: nowrap; }
section table table { margin-top: .5rem; background: #fafafa; }
section code { background: #eee; border-radius: 3px; padding: 0 .25rem; overflow-wrap: anywhere; }
section li { margin: .4rem 0; } .note, .note p { margin: .1rem 0; color: #444; }
summary { cursor: pointer; color: #0b4f8a; }
summary:focus-visible { outline: 3px solid #0b4f8a; }
@media (max-width: 48rem) {
  body { margin: 1rem auto; }
  .beside { display: block; }
  .contents { position: static; max-height: none; }
  .asked, .asked > tbody, .asked > tbody > tr, .asked > tbody > tr > td { display: block; }
  .asked > tbody > tr > td { border: 0; padding: .1rem 0; }
  .asked > tbody > tr { border-bottom: 1px solid #ccc; padding: .4rem 0; }
  .asked > thead { display: none; }
  .contents ul { display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
}
"""

/// How pages look, in light and in dark.
package enum PageStyle {
    /// The style sheet.
    package static let css = """
        :root { color-scheme: light dark; --ink: #1c1f24; --paper: #fff; --faint: #d8dce2; --right: #2f7d5b; \
        --wrong: #c4512d; --stray: #7a6fae; --calm: #8a94a3; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e7e9ed; --paper: #16181c; --faint: #3a3f47; \
        --right: #62c397; --wrong: #f08a64; --stray: #b0a6e6; --calm: #98a2b1; } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); \
        max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
        .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(24rem, 1fr)); gap: 1rem; }
        figure { margin: 0; } figcaption { font-weight: 600; } svg { width: 100%; height: auto; }
        .axis { font-size: 11px; fill: var(--ink); } .grid { stroke: var(--faint); }
        .guide, .mark { stroke: var(--ink); stroke-dasharray: 4 4; opacity: .6; }
        .whisker { stroke: var(--ink); stroke-width: 1.5; opacity: .7; }
        .line { fill: none; stroke-width: 2; }
        .right { fill: var(--right); stroke: var(--right); background: var(--right); }
        .wrong { fill: var(--wrong); stroke: var(--wrong); background: var(--wrong); }
        .stray { fill: var(--stray); stroke: var(--stray); background: var(--stray); }
        .calm { fill: var(--calm); stroke: var(--calm); background: var(--calm); }
        .line.right, .line.wrong, .line.stray { fill: none; } rect { stroke: none; }
        .legend { margin: 0; font-size: .85rem; } .key { display: inline-block; width: .8em; height: .8em; \
        margin: 0 .35em 0 .8em; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; \
        padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--faint); }
        small { opacity: .75; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1rem 0; }
        .tile { border: 1px solid var(--faint); border-radius: .5rem; padding: .6rem .8rem; }
        .tile b { display: block; font-size: 1.6rem; line-height: 1.3; } .tile small { display: block; }
        """
}

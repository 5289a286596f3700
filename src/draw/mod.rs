//! Data to SVG; a chart always comes with its table.

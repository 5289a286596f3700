//! The organisation's colour for acts, once for light and once for dark pages, and whether people can read what is drawn
//! with it.

use super::colour::{Colour, Contrast};

/// A pair of colours that people can read. Only [`Theme::check`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    light: Colour,
    dark: Colour,
}

/// Light or dark pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark words on light ground.
    Light,
    /// Light words on dark ground.
    Dark,
}

/// Why a colour is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooFaint {
    /// On which pages.
    pub scheme: Scheme,
    /// What would be hard to see.
    pub what: Faint,
    /// How well it stands out.
    pub contrast: Contrast,
}

/// What would be hard to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faint {
    /// The words on a button, in the better of the two colours that they can have.
    Words,
    /// The button on the page.
    Button,
}

impl Faint {
    /// The least contrast in hundredths: what WCAG 2.2 asks of text (1.4.3) and of controls (1.4.11).
    #[must_use]
    pub const fn limit(self) -> u64 {
        match self {
            Self::Words => 450,
            Self::Button => 300,
        }
    }
}

/// What is derived from a colour for the pages of one scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acts {
    /// The colour itself.
    pub act: Colour,
    /// The words on it.
    pub on_act: Colour,
    /// The colour under the pointer; words stand out from it even better.
    pub hover: Colour,
    /// Whether words in the colour can be read on a sheet; else those of the second button have the colour of the text.
    pub reads_as_text: bool,
}

const BRIGHT: Colour = Colour::new(0xff, 0xff, 0xff);
const DEEP: Colour = Colour::new(0x0b, 0x1d, 0x13);
const BLACK: Colour = Colour::new(0, 0, 0);

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The grounds on which buttons stand: page, sheet, band.
    #[must_use]
    pub const fn grounds(self) -> [Colour; 3] {
        match self {
            Self::Light => {
                [Colour::new(0xf4, 0xf5, 0xee), Colour::new(0xff, 0xff, 0xff), Colour::new(0xe2, 0xeb, 0xd0)]
            }
            Self::Dark => [Colour::new(0x12, 0x19, 0x15), Colour::new(0x1a, 0x24, 0x20), Colour::new(0x22, 0x33, 0x1f)],
        }
    }

    /// The colour for acts where the organisation has chosen none.
    #[must_use]
    pub const fn standard(self) -> Colour {
        match self {
            Self::Light => Colour::new(0x12, 0x57, 0x3d),
            Self::Dark => Colour::new(0x8e, 0xd3, 0xa6),
        }
    }

    /// What is derived from a colour.
    #[must_use]
    pub fn acts(self, act: Colour) -> Acts {
        let bright = act.contrast(BRIGHT).hundredths() >= act.contrast(DEEP).hundredths();
        let (on_act, away) = if bright { (BRIGHT, BLACK) } else { (DEEP, BRIGHT) };
        let [_, sheet, _] = self.grounds();
        let reads_as_text = act.contrast(sheet).is_at_least(Faint::Words.limit());
        Acts { act, on_act, hover: act.towards(away), reads_as_text }
    }

    /// The least contrast of the button with its grounds, and of the words with the button.
    #[must_use]
    pub fn contrasts(self, act: Colour) -> [(Faint, Contrast); 2] {
        let acts = self.acts(act);
        let [page, sheet, band] = self.grounds().map(|ground| act.contrast(ground));
        let less = |one: Contrast, other: Contrast| if one.hundredths() <= other.hundredths() { one } else { other };
        [(Faint::Words, act.contrast(acts.on_act)), (Faint::Button, less(less(page, sheet), band))]
    }
}

impl Theme {
    /// Takes two colours that people can read on their pages.
    ///
    /// # Errors
    /// All that is too faint.
    pub fn check(light: Colour, dark: Colour) -> Result<Self, Vec<TooFaint>> {
        let faults = [(Scheme::Light, light), (Scheme::Dark, dark)].into_iter().flat_map(|(scheme, act)| {
            let faint = move |(what, contrast): (Faint, Contrast)| {
                (!contrast.is_at_least(what.limit())).then_some(TooFaint { scheme, what, contrast })
            };
            scheme.contrasts(act).into_iter().filter_map(faint)
        });
        let faults: Vec<TooFaint> = faults.collect();
        if faults.is_empty() { Ok(Self { light, dark }) } else { Err(faults) }
    }

    /// The colour of a scheme.
    #[must_use]
    pub const fn colour(&self, scheme: Scheme) -> Colour {
        match scheme {
            Scheme::Light => self.light,
            Scheme::Dark => self.dark,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn the_grounds_and_the_standard_are_those_of_the_stylesheet() {
        let css = include_str!("../../assets/allmende.css");
        let (light, dark) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();

        for (scheme, css) in [(Scheme::Light, light), (Scheme::Dark, dark)] {
            let [page, sheet, band] = scheme.grounds();
            for (token, ground) in [("bg", page), ("sheet", sheet), ("field", band), ("act", scheme.standard())] {
                let value = css.split_once(&format!("--{token}: ")).unwrap().1.split(';').next().unwrap();
                let long = value.strip_prefix('#').filter(|digits| digits.len() == 3);
                let value = long.map_or(value.to_owned(), |d| d.chars().flat_map(|digit| [digit; 2]).collect());
                assert_eq!(Colour::parse(&value).unwrap(), ground, "{scheme:?} {token}");
            }
        }
    }

    #[test]
    fn the_standard_colours_can_be_read() {
        assert!(Theme::check(Scheme::Light.standard(), Scheme::Dark.standard()).is_ok());
    }

    #[test]
    fn a_faint_colour_is_refused_with_its_figure() {
        let faults = Theme::check(colour("#ffd643"), colour("#12573d")).unwrap_err();

        let told: Vec<_> = faults.iter().map(|fault| (fault.scheme, fault.what, fault.contrast.hundredths())).collect();
        assert_eq!(told, [(Scheme::Light, Faint::Button, 113), (Scheme::Dark, Faint::Button, 157)]);
    }

    #[test]
    fn a_colour_on_which_neither_words_can_be_read_is_refused() {
        let faults = Theme::check(colour("#7d7d7d"), Scheme::Dark.standard()).unwrap_err();

        assert_eq!(faults.iter().map(|fault| fault.what).collect::<Vec<_>>(), [Faint::Words]);
    }

    #[test]
    fn words_stand_out_better_under_the_pointer() {
        for scheme in Scheme::ALL {
            for act in ["#12573d", "#8ed3a6", "#b3261e", "#ffcf70", "#1f4f8f"].map(colour) {
                let acts = scheme.acts(act);
                assert!(acts.hover.contrast(acts.on_act).hundredths() >= act.contrast(acts.on_act).hundredths());
            }
        }
    }
}

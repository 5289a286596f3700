//! What is looked for among the proposals of a round: the fields of the filter, and addresses that keep them.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::domain::cost_band::CostBand;
use crate::domain::ids::{AreaNumber, TopicId};
use crate::domain::proposal::ProposalState;
use crate::domain::review::Standing;
use crate::domain::search::words;
use crate::locale::Language;
use crate::web::error::WebError;
use crate::web::filter::{filled, is_number, named, page_number};
use crate::web::projects::order::Order;

/// The value of the filter by area for what is for all of them.
pub(super) const WHOLE: &str = "whole";
/// The latest first.
pub(super) const NEWEST: &str = "newest";
/// Area by area.
pub(super) const BY_AREA: &str = "area";
/// Those that most people support first.
pub(super) const SUPPORTED: &str = "supported";
/// More of what was typed is not looked at.
const LONGEST: usize = 200;

/// What stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    pub(super) words: Option<String>,
    pub(super) area: Option<String>,
    pub(super) topic: Option<String>,
    pub(super) cost: Option<String>,
    pub(super) state: Option<String>,
    order: Option<String>,
    page: Option<String>,
}

/// A part of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WantedArea {
    Whole,
    Number(AreaNumber),
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WantedOrder {
    Random(Order),
    Newest,
    ByArea,
    Supported,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    /// The words of the search; none when nothing was typed.
    pub(super) words: Option<BTreeSet<String>>,
    pub(super) area: Option<WantedArea>,
    pub(super) topic: Option<TopicId>,
    pub(super) cost: Option<CostBand>,
    /// Where they stand.
    pub(super) standing: Option<Standing>,
    /// Those that were taken back in place of those that can be read.
    pub(super) withdrawn: bool,
    /// None when the address names none.
    pub(super) order: Option<WantedOrder>,
    /// From 1.
    pub(super) page: usize,
}

impl Asked {
    /// Reads the fields. All but the words are chosen from a list or are a link's business: nobody mistypes them, and there
    /// is no page for what they do not name.
    pub(super) fn read(&self, language: Language) -> Result<Wanted, WebError> {
        let withdrawn = filled(&self.state) == Some(ProposalState::Withdrawn.as_str());
        let standing = if withdrawn { None } else { named(&self.state, Standing::parse)? };
        Ok(Wanted {
            words: self.typed().map(|typed| words(&typed, language.written())),
            area: named(&self.area, area)?,
            topic: named(&self.topic, |id| id.parse().ok().map(TopicId::new))?,
            cost: named(&self.cost, CostBand::parse)?,
            standing,
            withdrawn,
            order: filled(&self.order).and_then(order),
            page: named(&self.page, page_number)?.unwrap_or(1),
        })
    }

    /// What is searched for as it was typed.
    pub(super) fn typed(&self) -> Option<String> {
        filled(&self.words).map(|typed| typed.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect())
    }

    /// Whether anything is looked for in particular.
    pub(super) fn is_filtered(&self) -> bool {
        self.fields().next().is_some()
    }

    /// The address of a page of what is looked for, in the order that is asked for.
    pub(super) fn address(&self, list: &str, page: usize) -> String {
        self.address_in(list, filled(&self.order).unwrap_or_default(), page)
    }

    /// The page that is asked for, in an order.
    pub(super) fn in_order(&self, list: &str, order: &str) -> String {
        self.address_in(list, order, named(&self.page, page_number).ok().flatten().unwrap_or(1))
    }

    /// The page of the list that this address came from.
    pub(super) fn back(&self, list: &str) -> String {
        self.in_order(list, filled(&self.order).unwrap_or_default())
    }

    /// All that is looked for, as one table.
    pub(super) fn table(&self, table: &str) -> String {
        self.address_in(table, "", 1)
    }

    /// The list without a filter in the same order.
    pub(super) fn all(&self, list: &str) -> String {
        Self { order: self.order.clone(), ..Self::default() }.address(list, 1)
    }

    fn address_in(&self, list: &str, order: &str, page: usize) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.fields());
        if !order.is_empty() {
            query.append_pair("order", order);
        }
        if page > 1 {
            query.append_pair("page", &page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { list.to_owned() } else { format!("{list}?{query}") }
    }

    fn fields(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [
            ("words", &self.words),
            ("area", &self.area),
            ("topic", &self.topic),
            ("cost", &self.cost),
            ("state", &self.state),
        ];
        all.into_iter().filter_map(|(name, field)| Some((name, filled(field)?)))
    }
}

impl WantedOrder {
    /// What stands in addresses.
    pub(super) fn in_address(self) -> String {
        match self {
            Self::Random(order) => order.number().to_string(),
            Self::Newest => NEWEST.to_owned(),
            Self::ByArea => BY_AREA.to_owned(),
            Self::Supported => SUPPORTED.to_owned(),
        }
    }
}

fn area(typed: &str) -> Option<WantedArea> {
    if typed == WHOLE {
        return Some(WantedArea::Whole);
    }
    typed.parse().ok().filter(|_| is_number(typed)).map(|number| WantedArea::Number(AreaNumber::new(number)))
}

fn order(typed: &str) -> Option<WantedOrder> {
    match typed {
        NEWEST => Some(WantedOrder::Newest),
        BY_AREA => Some(WantedOrder::ByArea),
        SUPPORTED => Some(WantedOrder::Supported),
        number => Order::parse(number).map(WantedOrder::Random),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(fields: &[(&str, &str)]) -> Asked {
        let of = |name: &str| fields.iter().find(|(field, _)| *field == name).map(|(_, value)| (*value).to_owned());
        Asked {
            words: of("words"),
            area: of("area"),
            topic: of("topic"),
            cost: of("cost"),
            state: of("state"),
            order: of("order"),
            page: of("page"),
        }
    }

    #[test]
    fn empty_fields_look_for_nothing_in_particular() {
        let all = asked(&[("words", " "), ("area", ""), ("topic", ""), ("cost", ""), ("state", ""), ("page", "")]);

        let wanted = all.read(Language::English).unwrap();

        assert_eq!((wanted.words, wanted.area, wanted.page, wanted.withdrawn), (None, None, 1, false));
        assert!(!all.is_filtered());
        assert_eq!(all.address("/en/list", 1), "/en/list");
    }

    #[test]
    fn an_address_keeps_filter_and_order() {
        let typed = asked(&[("words", "Bänke & Bus"), ("area", "whole"), ("order", "newest"), ("page", "3")]);

        assert_eq!(typed.address("/de/list", 2), "/de/list?words=B%C3%A4nke+%26+Bus&area=whole&order=newest&page=2");
        assert_eq!(typed.in_order("/de/list", "7"), "/de/list?words=B%C3%A4nke+%26+Bus&area=whole&order=7&page=3");
        assert_eq!(typed.all("/de/list"), "/de/list?order=newest");
        assert!(typed.is_filtered());
    }

    #[test]
    fn there_is_no_page_for_what_no_link_names() {
        for wrong in [
            ("area", "north"),
            ("topic", "green"),
            ("cost", "cheap"),
            ("state", "hidden"),
            ("state", "unchecked"),
            ("page", "0"),
            ("page", "+1"),
        ] {
            assert!(asked(&[wrong]).read(Language::English).is_err(), "{wrong:?}");
        }
        assert_eq!(asked(&[("order", "64")]).read(Language::English).unwrap().order, None);
    }
}

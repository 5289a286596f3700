//! Who took part, by channel. A channel with few ballots could point at somebody, so then there are no channels.

use super::{Pen, natural};
use crate::actions::round::FEWEST_BALLOTS;
use crate::domain::channel::Channel;
use crate::draw::{self, Bar, Caption, Share};
use crate::web::result::load::CountedRound;
use crate::web::result::view::{ChannelRow, RollShare, Turnout, channel_key, chart_keys};

/// The turnout; none when ballots were not cast here.
pub(super) fn turnout(pen: Pen<'_>, counted: &CountedRound) -> Option<Turnout> {
    let words = pen.words;
    let total = counted.participants.values().copied().fold(0, i64::saturating_add);
    if total == 0 {
        return None;
    }
    let channels = publishable(counted);
    Some(Turnout {
        total: natural(total),
        sum: words.number(total),
        unknown_roll: counted.entitled == 0,
        of_roll: (counted.entitled > 0)
            .then(|| RollShare { entitled: natural(counted.entitled), share: words.percent(total, counted.entitled) }),
        chart: (channels.len() > 1).then(|| chart(pen, &channels, total)),
        rows: (channels.iter())
            .map(|(channel, people)| ChannelRow {
                channel: channel_key(*channel),
                ballots: words.number(*people),
                share: words.percent(*people, total),
            })
            .collect(),
    })
}

/// As with the channels in the ballot files: all of them or none, because a single gap could be filled by subtraction.
fn publishable(counted: &CountedRound) -> Vec<(Channel, i64)> {
    let fewest = i64::try_from(FEWEST_BALLOTS).unwrap_or(i64::MAX);
    let used: Vec<_> = counted.participants.iter().map(|(channel, people)| (*channel, *people)).collect();
    if used.iter().all(|(_, people)| *people >= fewest) { used } else { Vec::new() }
}

fn chart(pen: Pen<'_>, channels: &[(Channel, i64)], total: i64) -> String {
    let words = pen.words;
    let texts: Vec<(String, String)> = (channels.iter())
        .map(|(channel, people)| {
            let value = format!("{} ({})", words.number(*people), words.percent(*people, total));
            (words.text(channel_key(*channel), &[]), value)
        })
        .collect();
    let bars: Vec<Bar<'_>> = (channels.iter().zip(&texts))
        .map(|((_, people), (label, value_text))| Bar {
            label,
            note: None,
            value_text,
            share: Share::of(*people, total),
            filled: true,
        })
        .collect();
    let title = words.text(chart_keys::CHANNELS_TITLE, &[]);
    let description = words.text(chart_keys::CHANNELS_DESCRIPTION, &[]);
    draw::bars(Caption { id: "channels-chart", title: &title, description: &description }, &bars)
}

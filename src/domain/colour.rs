//! Colours, and how well one stands out from another.
//!
//! The contrast is the one of WCAG 2: the lighter luminance plus 0.05 over the darker plus 0.05. It is worked out in whole
//! numbers, so that every machine agrees on which side of a limit a colour is.

use std::fmt;

use thiserror::Error;

/// A colour of the screen: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour([u8; 3]);

/// Why a text is no colour.
#[derive(Debug, Error, Clone, Copy, PartialEq, Eq)]
#[error("a colour has six digits from 0 to 9 and a to f, such as #12573d")]
pub struct ColourError;

impl Colour {
    /// Takes the three parts, 0 to 255 each.
    #[must_use]
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// Reads `#12573d`, with or without the sign, in either case.
    ///
    /// # Errors
    /// For anything else.
    pub fn parse(text: &str) -> Result<Self, ColourError> {
        let text = text.trim();
        let digits = text.strip_prefix('#').unwrap_or(text).to_ascii_lowercase();
        super::hex::decode(&digits).map(Self).ok_or(ColourError)
    }

    /// How well two colours stand out from each other; the order does not matter.
    #[must_use]
    pub fn contrast(self, other: Self) -> Contrast {
        let (one, two) = (self.luminance() + FLARE, other.luminance() + FLARE);
        Contrast { lighter: one.max(two), darker: one.min(two) }
    }

    /// The colour with a fifth of another one mixed in.
    #[must_use]
    pub fn towards(self, other: Self) -> Self {
        let mix = |(own, other): (u8, u8)| u8::try_from((u16::from(own) * 4 + u16::from(other)) / 5).unwrap_or(u8::MAX);
        let ([r, g, b], [other_r, other_g, other_b]) = (self.0, other.0);
        Self([mix((r, other_r)), mix((g, other_g)), mix((b, other_b))])
    }

    /// The relative luminance in units of 10^-13.
    fn luminance(self) -> u64 {
        let light = |part: u8| LINEAR.get(usize::from(part)).copied().map_or(0, u64::from);
        let [red, green, blue] = self.0.map(light);
        2126 * red + 7152 * green + 722 * blue
    }
}

impl fmt::Display for Colour {
    /// `#` and six lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", super::hex::encode(&self.0))
    }
}

/// The ratio of two luminances: from 1 for the same colour to 21 for black on white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contrast {
    lighter: u64,
    darker: u64,
}

impl Contrast {
    /// Whether it is at least so many hundredths.
    #[must_use]
    pub const fn is_at_least(self, hundredths: u64) -> bool {
        self.lighter * 100 >= self.darker * hundredths
    }

    /// In hundredths, cut and not rounded: what is under a limit is never shown as the limit.
    #[must_use]
    pub const fn hundredths(self) -> u64 {
        self.lighter * 100 / self.darker
    }

    /// In hundredths, rounded.
    #[must_use]
    pub const fn rounded_hundredths(self) -> u64 {
        (self.lighter * 200 + self.darker) / (self.darker * 2)
    }
}

/// The light that a screen reflects by itself: 0.05 in units of 10^-13.
const FLARE: u64 = 500_000_000_000;

/// What each step of a part gives of light, in units of 10^-9: c / 12.92 up to 0.04045, else ((c + 0.055) / 1.055)^2.4.
#[rustfmt::skip]
const LINEAR: [u32; 256] = [
    0, 303_527, 607_054, 910_581, 1_214_108, 1_517_635, 1_821_162, 2_124_689, 2_428_216, 2_731_743, 3_035_270,
    3_346_536, 3_676_507, 4_024_717, 4_391_442, 4_776_953, 5_181_517, 5_605_392, 6_048_833, 6_512_091, 6_995_410,
    7_499_032, 8_023_193, 8_568_126, 9_134_059, 9_721_217, 10_329_823, 10_960_094, 11_612_245, 12_286_488,
    12_983_032, 13_702_083, 14_443_844, 15_208_514, 15_996_293, 16_807_376, 17_641_954, 18_500_220, 19_382_361,
    20_288_563, 21_219_010, 22_173_885, 23_153_366, 24_157_632, 25_186_860, 26_241_222, 27_320_892, 28_426_040,
    29_556_834, 30_713_444, 31_896_033, 33_104_767, 34_339_807, 35_601_315, 36_889_450, 38_204_372, 39_546_235,
    40_915_197, 42_311_411, 43_735_029, 45_186_204, 46_665_086, 48_171_824, 49_706_566, 51_269_458, 52_860_647,
    54_480_276, 56_128_490, 57_805_430, 59_511_238, 61_246_054, 63_010_018, 64_803_267, 66_625_939, 68_478_170,
    70_360_096, 72_271_851, 74_213_568, 76_185_381, 78_187_422, 80_219_820, 82_282_707, 84_376_212, 86_500_462,
    88_655_586, 90_841_711, 93_058_963, 95_307_467, 97_587_347, 99_898_728, 102_241_733, 104_616_484, 107_023_103,
    109_461_711, 111_932_428, 114_435_374, 116_970_668, 119_538_428, 122_138_772, 124_771_818, 127_437_680,
    130_136_477, 132_868_322, 135_633_330, 138_431_615, 141_263_291, 144_128_471, 147_027_266, 149_959_790,
    152_926_152, 155_926_464, 158_960_835, 162_029_376, 165_132_195, 168_269_400, 171_441_101, 174_647_404,
    177_888_416, 181_164_244, 184_474_995, 187_820_772, 191_201_683, 194_617_830, 198_069_320, 201_556_254,
    205_078_736, 208_636_870, 212_230_757, 215_860_500, 219_526_200, 223_227_957, 226_965_874, 230_740_049,
    234_550_582, 238_397_574, 242_281_122, 246_201_327, 250_158_285, 254_152_094, 258_182_853, 262_250_658,
    266_355_605, 270_497_791, 274_677_312, 278_894_263, 283_148_740, 287_440_838, 291_770_650, 296_138_271,
    300_543_794, 304_987_314, 309_468_923, 313_988_713, 318_546_778, 323_143_209, 327_778_098, 332_451_536,
    337_163_615, 341_914_425, 346_704_056, 351_532_600, 356_400_144, 361_306_780, 366_252_596, 371_237_680,
    376_262_123, 381_326_011, 386_429_434, 391_572_478, 396_755_231, 401_977_780, 407_240_212, 412_542_613,
    417_885_071, 423_267_670, 428_690_497, 434_153_636, 439_657_174, 445_201_195, 450_785_783, 456_411_023,
    462_077_000, 467_783_796, 473_531_496, 479_320_183, 485_149_940, 491_020_850, 496_932_995, 502_886_458,
    508_881_321, 514_917_665, 520_995_573, 527_115_126, 533_276_404, 539_479_489, 545_724_461, 552_011_402,
    558_340_390, 564_711_506, 571_124_829, 577_580_440, 584_078_418, 590_618_841, 597_201_788, 603_827_339,
    610_495_571, 617_206_562, 623_960_392, 630_757_136, 637_596_874, 644_479_682, 651_405_637, 658_374_817,
    665_387_298, 672_443_157, 679_542_470, 686_685_312, 693_871_761, 701_101_892, 708_375_780, 715_693_501,
    723_055_129, 730_460_740, 737_910_409, 745_404_210, 752_942_217, 760_524_505, 768_151_147, 775_822_218,
    783_537_792, 791_297_940, 799_102_738, 806_952_258, 814_846_572, 822_785_754, 830_769_877, 838_799_012,
    846_873_232, 854_992_608, 863_157_213, 871_367_119, 879_622_397, 887_923_118, 896_269_353, 904_661_174,
    913_098_652, 921_581_856, 930_110_858, 938_685_728, 947_306_537, 955_973_353, 964_686_248, 973_445_290,
    982_250_550, 991_102_097, 1_000_000_000,];

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn a_colour_reads_what_it_prints() {
        assert_eq!(colour(" #12573D ").to_string(), "#12573d");
        assert_eq!(colour("12573d"), Colour::new(0x12, 0x57, 0x3d));
        for wrong in ["", "#", "#fff", "#12573g", "#12573d0", "red", "rgb(1,2,3)", "#12573d;}", "##12573d"] {
            assert_eq!(Colour::parse(wrong), Err(ColourError), "{wrong:?}");
        }
    }

    #[test]
    fn the_light_of_every_step_is_that_of_the_formula() {
        for (step, light) in LINEAR.iter().enumerate() {
            let part = f64::from(u32::try_from(step).unwrap()) / 255.0;
            let exact = if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
            assert_eq!(f64::from(*light), (exact * 1e9).round(), "{step}");
        }
    }

    #[test]
    fn contrasts_are_those_of_the_design() {
        for (one, other, figure) in [
            ("#000000", "#ffffff", 21_00),
            ("#17212b", "#ffffff", 16_29),
            ("#eef2f6", "#12181f", 15_87),
            ("#17212b", "#e8edf2", 13_83),
            ("#eef2f6", "#26323e", 11_61),
            ("#4d5b6a", "#ffffff", 6_95),
            ("#b3bfcb", "#12181f", 9_55),
            ("#4d5b6a", "#e8edf2", 5_90),
            ("#b3bfcb", "#26323e", 6_98),
            ("#0a5167", "#ffffff", 8_80),
            ("#83cfe3", "#12181f", 10_20),
            ("#5b3a8c", "#ffffff", 8_65),
            ("#c7a9f0", "#12181f", 8_81),
            ("#ffffff", "#0b5a6f", 7_76),
            ("#0b1a20", "#6cc5dc", 9_01),
            ("#ffffff", "#084556", 10_52),
            ("#0b1a20", "#94d8ea", 11_22),
            ("#6cc5dc", "#12181f", 9_06),
            ("#0b5a6f", "#e8edf2", 6_59),
            ("#6cc5dc", "#26323e", 6_63),
            ("#7a8794", "#ffffff", 3_67),
            ("#8796a5", "#12181f", 5_90),
            ("#7a8794", "#e8edf2", 3_12),
            ("#8796a5", "#26323e", 4_31),
            ("#1b6b3a", "#e6f4ea", 5_76),
            ("#7fd39b", "#14301f", 7_94),
            ("#7a4b00", "#fff4d6", 6_76),
            ("#ffcf70", "#33270b", 10_04),
            ("#b3261e", "#fdecea", 5_72),
            ("#ff9c93", "#3a1715", 7_94),
            ("#b3261e", "#ffffff", 6_54),
            ("#ff9c93", "#12181f", 8_87),
            ("#1f4f8f", "#e8f0fb", 7_11),
            ("#9cc3f7", "#152a45", 7_98),
            ("#ffd84d", "#12181f", 12_91),
            ("#17212b", "#f4f6f8", 15_04),
            ("#ffd84d", "#1b242e", 11_34),
            ("#d0d7de", "#ffffff", 1_45),
            ("#36434f", "#12181f", 1_76),
        ] {
            let (one, other) = (colour(one), colour(other));
            assert_eq!(one.contrast(other).rounded_hundredths(), figure, "{one} {other}");
            assert_eq!(one.contrast(other), other.contrast(one));
        }
    }

    #[test]
    fn a_figure_under_a_limit_is_never_shown_as_the_limit() {
        let close = colour("#777777").contrast(colour("#ffffff"));

        assert_eq!((close.hundredths(), close.rounded_hundredths()), (447, 448));
        assert!(!close.is_at_least(448) && close.is_at_least(447));
    }

    #[test]
    fn a_mixture_lies_between() {
        assert_eq!(colour("#000000").towards(colour("#ffffff")).to_string(), "#333333");
        assert_eq!(colour("#ffffff").towards(colour("#ffffff")).to_string(), "#ffffff");
    }
}

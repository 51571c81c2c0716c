use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::Sensitivity;

/// One of the two versions of a report, made from the same records.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// 报送版: with 主送, 结尾, 落款.
    #[default]
    Submission,
    /// 公开版: without them, without what is only sent, in the public wording where one is given.
    Public,
}

impl Edition {
    pub const ALL: [Edition; 2] = [Edition::Submission, Edition::Public];

    pub fn word(self) -> &'static str {
        match self {
            Edition::Submission => "报送版",
            Edition::Public => "公开版",
        }
    }

    /// Whether what is so sensitive may stand in it.
    pub fn admits(self, sensitivity: Sensitivity) -> bool {
        match sensitivity {
            Sensitivity::Open => true,
            Sensitivity::SentOnly => self == Edition::Submission,
            Sensitivity::Internal => false,
        }
    }
}

//! What goes to the next page together.

use crate::doc::Role;

/// Whether a block (None: a table) stays with the next one: 署名 and 成文日期 never stand on a page
/// without text (GB/T 9704—2012, 7.3.5.5), nor 附件说明 and 附注 without what they belong to.
pub fn keeps_next(this: Option<Role>, next: Option<Role>) -> bool {
    match next {
        Some(Role::Signature | Role::Date) => true,
        Some(Role::AttachmentNote) => this != Some(Role::AttachmentNote),
        Some(Role::Note) => matches!(this, Some(Role::Signature | Role::Date)),
        _ => false,
    }
}

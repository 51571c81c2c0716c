//! Quantities in prose: 办理案件12925宗.

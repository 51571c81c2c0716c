//! 体检 as a whole: the page of its rules, and the texts it is tried on.

mod corpus;
mod page;

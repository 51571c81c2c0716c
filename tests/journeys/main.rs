//! Whole journeys: through the one door, and through the command line.

mod cli;
mod desk;
mod hostile;
mod sample;
mod serve;

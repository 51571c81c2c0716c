//! A stage for the real window: a display, a window manager, a data folder and a driver of its own for each test,
//! so that tests neither see each other nor the desktop they run on.

mod group;
mod stage;
mod window;

pub use stage::Stage;
pub use window::Window;

/// Whatever went wrong on the stage; a test only shows it.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Only what never comes is waited for so long.
pub const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);

/// Asks again and again until there is an answer.
///
/// # Errors
/// When `question` fails, or has no answer within [`PATIENCE`].
pub async fn until<T>(
    what: &str,
    mut question: impl AsyncFnMut() -> Outcome<Option<T>>,
) -> Outcome<T> {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = question().await? {
            return Ok(answer);
        }
        if tokio::time::Instant::now() > deadline {
            return Err(format!("waited in vain for: {what}").into());
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
}

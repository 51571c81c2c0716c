#[test]
fn x() {
    crate::rendered();
}

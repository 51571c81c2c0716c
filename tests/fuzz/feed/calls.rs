//! Calls with arguments that are right, nearly right, and not at all.

use serde_json::{Map, Value, json};

use super::pieces::{NUMBERS, PIECES};
use super::{Rng, bytes};

/// Lines of `["name", {arguments}]`, each of them a seed changed here and there.
pub fn calls(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let lines: Vec<Value> = seeds
        .iter()
        .flat_map(|seed| seed.split(|b| *b == b'\n'))
        .filter_map(|line| serde_json::from_slice(line).ok())
        .collect();
    let mut out = String::new();
    for _ in 0..rng.few(8) {
        let mut line = lines[rng.below(lines.len())].clone();
        if !rng.one_in(4) {
            let other = lines[rng.below(lines.len())][1].clone();
            for _ in 0..rng.few(4) {
                change(rng, &mut line[1], &other);
            }
        }
        out.push_str(&format!("{line}\n"));
    }
    out.into_bytes()
}

/// One file of JSON, changed as a value or as text.
pub fn document(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let seed = &seeds[rng.below(seeds.len())];
    let Ok(mut value) = serde_json::from_slice::<Value>(seed) else { return seed.clone() };
    let other = value.clone();
    for _ in 0..rng.few(6) {
        change(rng, &mut value, &other);
    }
    let mut out = value.to_string().into_bytes();
    if rng.one_in(4) {
        bytes::damage(rng, &mut out);
    }
    out
}

/// One change somewhere below.
fn change(rng: &mut Rng, value: &mut Value, other: &Value) {
    match value {
        Value::Object(map) if !map.is_empty() && !rng.one_in(8) => {
            let n = rng.below(map.len());
            let Some(key) = map.keys().nth(n).cloned() else { return };
            match rng.below(8) {
                0 => drop(map.remove(&key)),
                1 => {
                    if let Some((key, value)) = any_of(rng, other) {
                        map.insert(key, value);
                    }
                }
                _ => {
                    if let Some(inner) = map.get_mut(&key) {
                        change(rng, inner, other);
                    }
                }
            }
        }
        Value::Array(list) if !list.is_empty() && !rng.one_in(8) => {
            let n = rng.below(list.len());
            match rng.below(6) {
                0 => drop(list.remove(n)),
                1 => {
                    let again = list[n].clone();
                    let times = rng.few(300);
                    list.extend(std::iter::repeat_n(again, times));
                }
                _ => change(rng, &mut list[n], other),
            }
        }
        _ => *value = new(rng, value, other),
    }
}

fn any_of(rng: &mut Rng, value: &Value) -> Option<(String, Value)> {
    let map = value.as_object()?;
    let (key, value) = map.iter().nth(rng.below(map.len()))?;
    Some((key.clone(), value.clone()))
}

/// Mostly of the same kind as the old one.
fn new(rng: &mut Rng, old: &Value, other: &Value) -> Value {
    match (old, rng.below(6)) {
        (_, 0) => json!(null),
        (_, 1) => any_of(rng, other).map_or(json!({}), |(_, value)| value),
        (Value::Bool(yes), _) => json!(!yes),
        (Value::Number(_), 2) => json!(1.5),
        (Value::Number(_), 3) => json!(NUMBERS[rng.below(NUMBERS.len())]),
        (Value::Number(_), _) => json!(60 + rng.below(100)),
        (Value::String(old), 2) => json!(format!("{old}{}", rng.pick(PIECES))),
        (Value::String(_), 3) => json!(rng.pick(PIECES).repeat(rng.few(2000))),
        (Value::String(_), 4) => {
            let text: String = (0..rng.few(20)).map(|_| rng.pick(PIECES)).collect();
            json!(text)
        }
        (Value::String(_), _) => json!(rng.pick(PIECES)),
        (_, 2) => Value::Object(Map::new()),
        (_, 3) => (0..rng.few(500)).fold(json!(1), |inner, _| json!([inner])),
        _ => json!(NUMBERS[rng.below(NUMBERS.len())]),
    }
}

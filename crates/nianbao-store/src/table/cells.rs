//! A row's cells one after the other, and values on their way into it.

use jiff::civil::Date;
use nianbao_core::ledger::Decimal;
use nianbao_core::record::Id;
use rusqlite::types::{FromSql, FromSqlError, ToSqlOutput, Type, Value, ValueRef};
use rusqlite::{Error, Result, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::de::IntoDeserializer;

/// Reads a row in the order of its columns.
pub(super) struct Cells<'r, 's> {
    row: &'r Row<'s>,
    next: usize,
}

impl<'r, 's> Cells<'r, 's> {
    pub(super) fn of(row: &'r Row<'s>) -> Self {
        Self { row, next: 0 }
    }

    pub(super) fn get<T: FromSql>(&mut self) -> Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    pub(super) fn text(&mut self) -> Result<String> {
        self.get()
    }

    pub(super) fn id(&mut self) -> Result<Id> {
        self.get().map(Id)
    }

    pub(super) fn optional_id(&mut self) -> Result<Option<Id>> {
        Ok(self.get::<Option<i64>>()?.map(Id))
    }

    pub(super) fn date(&mut self) -> Result<Option<Date>> {
        let text: Option<String> = self.get()?;
        text.map(|text| text.parse()).transpose().map_err(|_| self.wrong())
    }

    pub(super) fn decimal(&mut self) -> Result<Option<Decimal>> {
        let text: Option<String> = self.get()?;
        text.map(|text| text.parse()).transpose().map_err(|_| self.wrong())
    }

    /// A choice, by the word serde has for it.
    pub(super) fn word<T: DeserializeOwned>(&mut self) -> Result<T> {
        let text = self.text()?;
        let text: serde::de::value::StrDeserializer<'_, serde::de::value::Error> =
            text.as_str().into_deserializer();
        T::deserialize(text).map_err(|_| self.wrong())
    }

    pub(super) fn optional_word<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
        if self.row.get_ref(self.next)? == ValueRef::Null {
            self.next += 1;
            return Ok(None);
        }
        self.word().map(Some)
    }

    pub(super) fn optional_json<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
        let text: Option<String> = self.get()?;
        text.map(|text| serde_json::from_str(&text)).transpose().map_err(|_| self.wrong())
    }

    pub(super) fn json<T: DeserializeOwned>(&mut self) -> Result<T> {
        let text = self.text()?;
        serde_json::from_str(&text).map_err(|_| self.wrong())
    }

    /// The cell just read holds what no version ever wrote. Says nothing of what it holds.
    fn wrong(&self) -> Error {
        let column = self.next.saturating_sub(1);
        Error::FromSqlConversionFailure(column, Type::Text, Box::new(FromSqlError::InvalidType))
    }
}

/// A value on its way into a row; texts are lent.
pub(super) type Cell<'a> = ToSqlOutput<'a>;

pub(super) fn optional_id(id: Option<Id>) -> Cell<'static> {
    Cell::Owned(id.map(|id| id.0).into())
}

pub(super) fn date(date: Option<Date>) -> Cell<'static> {
    Cell::Owned(date.map(|date| date.to_string()).into())
}

pub(super) fn decimal(value: Option<Decimal>) -> Cell<'static> {
    Cell::Owned(value.map(|value| value.to_string()).into())
}

/// The word serde has for a choice.
pub(super) fn word(choice: &impl Serialize) -> Cell<'static> {
    optional_word(Some(choice))
}

pub(super) fn optional_word(choice: Option<&impl Serialize>) -> Cell<'static> {
    Cell::Owned(match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(word)) => word.into(),
        _ => Value::Null,
    })
}

pub(super) fn json(list: &impl Serialize) -> Cell<'static> {
    Cell::Owned(serde_json::to_string(list).map_or(Value::Null, Value::from))
}

pub(super) fn optional_json(value: Option<&impl Serialize>) -> Cell<'static> {
    value.map_or(Cell::Owned(Value::Null), json)
}

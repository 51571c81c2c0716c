//! Templates are switched without losing a record, copied, saved, and taken elsewhere.

use serde_json::{Value, json};

use crate::desk::{Place, place, texts};

fn sample() -> Place {
    let place = place();
    place.sample();
    place
}

fn use_template(place: &Place, key: &str) {
    place.call("year.set", json!({"year": 2023, "fields": {"template": key}}));
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_template_prints_every_record_and_the_first_comes_back_as_it_was() {
    let place = sample();
    let (before, draft) = (place.year(), place.draft());
    let list = place.call("template.list", json!({}));
    assert_eq!(
        texts(&list, "name"),
        ["法定五项", "平铺", "三段", "第一责任人前置", "县区综合", "乡镇街道简版"]
    );
    for template in list.as_array().unwrap() {
        let key = template["key"].as_str().unwrap();
        use_template(&place, key);
        let year = place.year();
        for list in ["achievements", "problems", "plans", "duties", "passages", "figures"] {
            assert_eq!(year[list], before[list], "{key}: {list}");
        }
        let (text, left_out) = (squeeze(&place.draft()), left_out(&place));
        for list in ["achievements", "problems", "plans", "duties"] {
            for record in year[list].as_array().unwrap() {
                let title = squeeze(record["title"].as_str().unwrap());
                let told = left_out.contains(&record["id"].as_i64().unwrap());
                assert!(text.contains(&title) != told, "{key}: {title}");
            }
        }
    }
    use_template(&place, "statutory");
    assert_eq!((place.year(), place.draft()), (before, draft));
}

fn left_out(place: &Place) -> Vec<i64> {
    let missing = place.call("missing.get", json!({"year": 2023}));
    let all = missing["left_out"].as_array().unwrap();
    all.iter().map(|left| left["id"].as_i64().unwrap()).collect()
}

#[test]
fn a_template_of_ones_own_is_saved_used_exported_and_read_in_another_library() {
    let place = sample();
    let shipped = place.call("template.list", json!({}))[0]["sections"].clone();
    let mut sections = shipped;
    sections[0]["title"] = json!("全年工作");
    let saved = place.call(
        "template.save",
        json!({"from": "statutory", "name": "本局模板", "sections": sections}),
    );
    let key = saved["key"].as_str().unwrap().to_owned();
    assert_eq!((key.as_str(), &saved["faults"]), ("own-1", &json!([])));
    use_template(&place, &key);
    assert!(place.draft().contains("一、全年工作\n"), "{}", place.draft());
    let list = place.call("template.list", json!({}));
    let own = &list[6];
    assert_eq!((&own["name"], &own["years"]), (&json!("本局模板"), &json!([2023])));
    let refused = place.fault("template.remove", json!({"id": own["id"]}));
    assert_eq!(refused.message, "2023年正在用模板“本局模板”，不能删除");
    let file = place.path("本局模板.json");
    place.call("template.export", json!({"key": key, "path": file}));
    let again = place.fault("template.export", json!({"key": key, "path": file}));
    assert!(again.suggested.is_some());

    let other = crate::desk::place();
    other.new_library("flat");
    let read = other.call("template.import", json!({ "path": file }));
    other.call("year.create", json!({"year": 2024, "template": read["key"]}));
    assert!(!other.year_of(2024)["areas"].as_array().unwrap().is_empty());
    let sections = &other.call("template.list", json!({}))[6]["sections"];
    assert_eq!(sections, &own["sections"]);

    // A change of the template shows at once; removing an unused one can be undone.
    let mut sections = own["sections"].clone();
    sections[0]["title"] = json!("工作情况");
    place.call(
        "template.save",
        json!({"id": own["id"], "from": key, "name": "本局模板", "sections": sections}),
    );
    assert!(place.draft().contains("一、工作情况\n"));
    use_template(&place, "flat");
    place.call("template.remove", json!({"id": own["id"]}));
    assert_eq!(place.call("template.list", json!({})).as_array().unwrap().len(), 6);
    place.call("history.undo", json!({}));
    assert_eq!(place.call("template.list", json!({})).as_array().unwrap().len(), 7);
}

#[test]
fn a_template_that_lacks_a_part_is_told_so_and_loses_nothing() {
    let place = sample();
    let before = place.year();
    let mut sections: Vec<Value> =
        place.call("template.list", json!({}))[0]["sections"].as_array().unwrap().clone();
    sections.retain(|section| section["of"] != "duties");
    let file = place.path("缺项.json");
    let text = json!({
        "format": "nianbao-template", "version": 1, "name": "缺项", "sections": sections,
    });
    std::fs::write(&file, text.to_string()).unwrap();
    let read = place.call("template.import", json!({ "path": file }));
    assert_eq!(
        read["faults"],
        json!(["模板里没有“第一责任人履职”部分，《督察工作规定》要求写，请加上"])
    );
    use_template(&place, read["key"].as_str().unwrap());
    assert_eq!(place.year()["duties"], before["duties"]);
    assert!(!place.draft().contains("带头学法述法"));
    let missing = place.call("missing.get", json!({"year": 2023}));
    let messages = texts(&missing["left_out"], "message");
    assert_eq!(messages.len(), 6, "{messages:?}");
    assert!(messages[0].contains("第一责任人履职"), "{messages:?}");
    use_template(&place, "statutory");
    assert_eq!(place.draft().matches("带头学法述法").count(), 1);
    for (name, text, meant) in [
        ("不是模板.json", "{}", "不是法治年报的模板"),
        ("新.json", r#"{"format": "nianbao-template", "version": 9}"#, "更新版本"),
    ] {
        let file = place.path(name);
        std::fs::write(&file, text).unwrap();
        let fault = place.fault("template.import", json!({ "path": file }));
        assert!(fault.message.contains(meant), "{fault}");
    }
}

#[test]
fn a_copy_numbers_as_the_template_it_was_made_from() {
    let place = sample();
    let list = place.call("template.list", json!({}));
    for shipped in list.as_array().unwrap() {
        let key = shipped["key"].as_str().unwrap();
        use_template(&place, key);
        let draft = place.draft();
        let saved = place.call("template.save", json!({"from": key, "name": "自用"}));
        let own = saved["key"].as_str().unwrap();
        assert_eq!(saved["changed"]["records"][0]["dialect"], shipped["dialect"], "{key}");
        use_template(&place, own);
        assert_eq!(place.draft(), draft, "{key}");
        // It keeps its numbering on the way to another 库, and when it gets another name.
        let file = place.path(&format!("{key}.json"));
        place.call("template.export", json!({"key": own, "path": file}));
        let read = place.call("template.import", json!({"path": file}));
        use_template(&place, read["key"].as_str().unwrap());
        assert_eq!(place.draft(), draft, "{key}");
        let id = read["changed"]["records"][0]["id"].clone();
        let named = place.call("template.save", json!({"id": id, "from": key, "name": "又一个"}));
        assert_eq!(named["changed"]["records"][0]["dialect"], shipped["dialect"], "{key}");
    }
    let saved = place.call("template.save", json!({"from": "flat", "name": "五", "dialect": "d5"}));
    use_template(&place, saved["key"].as_str().unwrap());
    assert!(!place.draft().contains("\n（一）"), "{}", place.draft());
}

//! That files come back as they were stored, whatever lies in the folder.

use super::*;

fn files() -> (tempfile::TempDir, Files) {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(&folder.path().join("files")).unwrap();
    (folder, files)
}

#[test]
fn bytes_come_back_under_their_hash() {
    let (_folder, files) = files();

    let hash = files.put(b"a picture").unwrap();

    assert_eq!(hash.to_string(), "92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b");
    assert_eq!(files.read(&hash).unwrap(), b"a picture");
    assert_eq!(ContentHash::parse(&hash.to_string()), Some(hash));
}

#[test]
fn storing_twice_leaves_one_file_and_nothing_beside_it() {
    let (_folder, files) = files();

    let hash = files.put(b"a picture").unwrap();
    assert_eq!(files.put(b"a picture").unwrap(), hash);

    let names: Vec<_> = fs::read_dir(files.folder_of(&hash)).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, [hash.to_string().as_str()]);
}

#[test]
fn a_damaged_file_is_refused_and_mended_by_storing_it_again() {
    let (_folder, files) = files();
    let hash = files.put(b"a picture").unwrap();
    fs::write(files.path(&hash), b"A picture").unwrap();

    assert!(matches!(files.read(&hash), Err(FilesError::Damaged { .. })));

    files.put(b"a picture").unwrap();
    assert_eq!(files.read(&hash).unwrap(), b"a picture");
}

#[test]
fn a_missing_file_is_named() {
    let (_folder, files) = files();
    let hash = ContentHash::of(b"never stored");

    let error = files.read(&hash).unwrap_err();

    assert!(matches!(&error, FilesError::Missing { .. }));
    assert!(error.to_string().contains(&hash.to_string()));
}

#[test]
fn what_a_killed_process_left_beside_is_no_hindrance() {
    let (_folder, files) = files();
    let path = files.path(&ContentHash::of(b"a picture"));
    fs::create_dir(path.parent().unwrap()).unwrap();
    let next = WRITES.load(Ordering::Relaxed);
    for number in next..next + 50 {
        fs::write(path.with_extension(format!("{}-{number}.part", std::process::id())), b"half").unwrap();
    }

    let hash = files.put(b"a picture").unwrap();

    assert_eq!(files.read(&hash).unwrap(), b"a picture");
}

#[test]
fn a_file_in_the_place_of_the_folder_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("files");
    fs::write(&path, b"").unwrap();

    assert!(matches!(Files::open(&path), Err(FilesError::Folder { .. })));
}

#[test]
fn many_threads_may_store_the_same_bytes_at_once() {
    let (_folder, files) = files();

    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| files.put(b"a picture").unwrap());
        }
    });

    assert_eq!(files.read(&ContentHash::of(b"a picture")).unwrap(), b"a picture");
}

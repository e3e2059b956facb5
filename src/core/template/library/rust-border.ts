/** The Rust library's border: errors, buffers, panics, and the macro that wraps every exported function. */
import type { TemplateNames } from "../template-names.ts";

export function rustBorder({ module }: TemplateNames): string {
  return `//! How calls cross the border between C and Rust. Add functions with \`export!\` in lib.rs, and leave this as it is.

use std::any::Any;
use std::ffi::CString;
use std::os::raw::c_char;
use std::panic::{self, AssertUnwindSafe};
use std::ptr;
use std::sync::Once;

/// As the header numbers them.
#[derive(Clone, Copy)]
pub enum Code {
    Ok = 0,
    InvalidArgument = 1,
    NotInitialised = 3,
    Internal = 4,
}

/// What a function of the library returns when it cannot do its work.
pub struct Failure {
    code: Code,
    message: String,
}

impl Failure {
    pub fn new(code: Code, message: impl Into<String>) -> Failure {
        Failure {
            code,
            message: message.into(),
        }
    }
}

/// \`${module}_error\` of the header.
#[repr(C)]
pub struct Error {
    pub code: i32,
    message: *mut c_char,
}

impl Error {
    pub fn none() -> Error {
        Error {
            code: Code::Ok as i32,
            message: ptr::null_mut(),
        }
    }

    fn from_failure(failure: Failure) -> Error {
        let message = failure.message.replace('\\0', "");
        Error {
            code: failure.code as i32,
            message: CString::new(message).map_or(ptr::null_mut(), CString::into_raw),
        }
    }

    pub fn clear(&mut self) {
        if !self.message.is_null() {
            // It came from into_raw above.
            drop(unsafe { CString::from_raw(self.message) });
        }
        *self = Error::none();
    }
}

/// \`${module}_buffer\` of the header.
#[repr(C)]
pub struct Buffer {
    data: *mut u8,
    length: usize,
}

impl Buffer {
    fn none() -> Buffer {
        Buffer {
            data: ptr::null_mut(),
            length: 0,
        }
    }

    pub fn from_bytes(bytes: Vec<u8>) -> Buffer {
        if bytes.is_empty() {
            return Buffer::none();
        }
        let length = bytes.len();
        Buffer {
            data: Box::into_raw(bytes.into_boxed_slice()) as *mut u8,
            length,
        }
    }

    pub fn clear(&mut self) {
        if !self.data.is_null() {
            // It came from into_raw above, with this length.
            drop(unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(self.data, self.length)) });
        }
        *self = Buffer::none();
    }
}

static INITIALISED: Once = Once::new();

/// The place to fill tables, to start a log, to seed a generator.
pub fn initialise() {
    // Panics become errors: nothing is to be written to stderr as well.
    INITIALISED.call_once(|| panic::set_hook(Box::new(|_| {})));
}

pub fn is_initialised() -> bool {
    INITIALISED.is_completed()
}

/// # Safety
/// There must be \`length\` bytes at \`data\`, for as long as the text is used.
pub unsafe fn text_from<'a>(data: *const c_char, length: usize) -> Result<&'a str, Failure> {
    if length == 0 {
        return Ok("");
    }
    let bytes = std::slice::from_raw_parts(data as *const u8, length);
    std::str::from_utf8(bytes)
        .map_err(|error| Failure::new(Code::InvalidArgument, error.to_string()))
}

/// What a function returns beside an error.
pub trait Nothing {
    const NOTHING: Self;
}

impl Nothing for () {
    const NOTHING: () = ();
}

impl Nothing for u64 {
    const NOTHING: u64 = 0;
}

impl<T> Nothing for *mut T {
    const NOTHING: *mut T = ptr::null_mut();
}

/// Runs the body of an exported function. Failures and panics end here: C and Python know nothing of them.
///
/// # Safety
/// \`error\` must be NULL, or point to an error that holds none.
pub unsafe fn guard<T: Nothing>(error: *mut Error, body: impl FnOnce() -> Result<T, Failure>) -> T {
    let failure = match panic::catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(value)) => return value,
        Ok(Err(failure)) => failure,
        Err(payload) => Failure::new(Code::Internal, panic_message(payload)),
    };
    if !error.is_null() {
        *error = Error::from_failure(failure);
    }
    T::NOTHING
}

fn panic_message(payload: Box<dyn Any + Send>) -> String {
    let text = match payload.downcast_ref::<String>() {
        Some(text) => text.clone(),
        None => payload
            .downcast_ref::<&str>()
            .unwrap_or(&"unknown")
            .to_string(),
    };
    // Dropping a payload may panic again.
    std::mem::forget(payload);
    format!("Panic: {}", text)
}

/// Exports a function to C. After \`;\` stands the name of the error, for functions that can fail: their body gives a
/// \`Result\`, and \`?\` works in it. Panics are caught in both kinds.
macro_rules! export {
    ($(#[$note:meta])* fn $name:ident($($argument:ident: $type:ty),*; $error:ident) -> $result:ty $body:block) => {
        $(#[$note])*
        /// # Safety
        /// Pointers must come from this library and not be freed yet.
        #[no_mangle]
        pub unsafe extern "C" fn $name($($argument: $type,)* $error: *mut $crate::border::Error) -> $result {
            $crate::border::guard($error, || $body)
        }
    };
    ($(#[$note:meta])* fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty $body:block) => {
        $(#[$note])*
        /// # Safety
        /// Pointers must come from this library and not be freed yet.
        #[no_mangle]
        pub unsafe extern "C" fn $name($($argument: $type),*) -> $result {
            $crate::border::guard(std::ptr::null_mut(), || Ok($body))
        }
    };
    ($(#[$note:meta])* fn $name:ident($($argument:ident: $type:ty),*; $error:ident) $body:block) => {
        $crate::border::export! { $(#[$note])* fn $name($($argument: $type),*; $error) -> () $body }
    };
    ($(#[$note:meta])* fn $name:ident($($argument:ident: $type:ty),*) $body:block) => {
        $crate::border::export! { $(#[$note])* fn $name($($argument: $type),*) -> () $body }
    };
}

pub(crate) use export;
`;
}

/// Why a file was not read as a report. The sentence is what a clerk sees; [`ImportError::hint`] says
/// what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("这个文件是空的，里面没有文字")]
    Empty,
    #[error("这个文件太大，超过了 20 MB")]
    TooLarge,
    #[error("这是 Word 或 WPS 文档，不是纯文本")]
    Document,
    #[error("这个文件打不开，可能已损坏")]
    Broken,
    #[error("这是 PDF 文件，不是纯文本")]
    Pdf,
    #[error("这个文件不是文本文件")]
    Binary,
    #[error("认不出这个文件的文字编码")]
    UnknownEncoding,
}

impl ImportError {
    /// The next act, in one sentence.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Empty => "请检查是否选错了文件，或把报告的文字复制后粘贴进来",
            Self::TooLarge => "请只保留报告正文，另存后再读入",
            Self::Document => {
                "请在 Word 或 WPS 里另存为“纯文本（*.txt）”后再读入，或复制全文粘贴进来"
            }
            Self::Broken => "请在 Word 或 WPS 里打开后另存一份，再试一次",
            Self::Pdf => "请打开 PDF，复制全文后粘贴进来",
            Self::Binary => "请选择纯文本（.txt）的报告，或复制全文粘贴进来",
            Self::UnknownEncoding => "请用记事本打开，另存为 UTF-8 编码后再读入",
        }
    }

    /// Whether less of the same would have been read.
    pub fn is_too_large(self) -> bool {
        self == Self::TooLarge
    }
}

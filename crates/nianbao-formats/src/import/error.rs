/// Why a file was not read as a report. The sentence is what a clerk sees; [`ImportError::hint`] says
/// what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("这个文件是空的，里面没有文字")]
    Empty,
    #[error("这个文件太大，超过了 20 MB")]
    TooLarge,
    #[error("这是旧版 Word 或 WPS 文档（.doc、.wps）")]
    OldWord,
    #[error("这个文件加了密码")]
    Password,
    #[error("这是 RTF 文档（.rtf）")]
    Rtf,
    #[error("这是 ODF 文字文档（.odt）")]
    OpenDocument,
    #[error("这是电子表格，不是报告")]
    Sheet,
    #[error("这是演示文稿，不是报告")]
    Slides,
    #[error("这是 OFD 版式文件")]
    Ofd,
    #[error("这是压缩包，不是报告")]
    Archive,
    #[error("这是打包的网页（.mht）")]
    WebArchive,
    #[error("这个文件打不开，可能已损坏")]
    Broken,
    #[error("这个文件解开后异常地大，为了安全没有读入")]
    Bomb,
    #[error("这是 PDF 文件，不是文档")]
    Pdf,
    #[error("这个文件不是文档，也不是文本")]
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
            Self::OldWord | Self::Rtf | Self::OpenDocument => {
                "请在 Word 或 WPS 里打开，另存为“.docx”后再读入"
            }
            Self::Password => "请在 Word 或 WPS 里打开，去掉密码，另存为“.docx”后再读入",
            Self::Sheet => "指标和数据的表请到“指标”或“台账”里读入；报告请选 Word 文档或文本",
            Self::Slides => "请选择 Word 文档（.docx）、网页或文本的报告",
            Self::Ofd | Self::Pdf => {
                "请打开它，复制全文后粘贴进来；有 Word 文档的，请直接读 Word 文档"
            }
            Self::Archive => "请先解压，再选择里面的报告",
            Self::WebArchive => "请在浏览器里打开，另存为“网页，仅 HTML”再读入",
            Self::Broken => "请在 Word 或 WPS 里打开后另存一份，再试一次",
            Self::Bomb => "请向给您文件的人核实，或打开后复制全文粘贴进来",
            Self::Binary => "请选择 Word 文档（.docx）、网页或文本的报告，或复制全文粘贴进来",
            Self::UnknownEncoding => "请用记事本打开，另存为 UTF-8 编码后再读入",
        }
    }

    /// Whether less of the same would have been read.
    pub fn is_too_large(self) -> bool {
        matches!(self, Self::TooLarge | Self::Bomb)
    }
}

use crate::import::ImportError;

/// Why a table was not read. The sentence is what a clerk sees; [`TableError::hint`] says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    #[error("这个表是空的")]
    Empty,
    #[error("这个文件太大，超过了 20 MB")]
    TooLarge,
    #[error("这是旧版 Excel 或 WPS 表格（.xls、.et），或者加了密码")]
    OldExcel,
    #[error("这个文件不是 Excel 表格")]
    NotExcel,
    #[error("这个表格文件已经损坏，读不出来")]
    Broken,
    #[error("这个文件解开后异常地大，为了安全没有读入")]
    Bomb,
    #[error("这个表的行列太多")]
    TooManyCells,
    #[error("文件里没有名为“{0}”的工作表")]
    NoSheet(String),
    #[error("前 10 行里没有找到表头")]
    NoHeader,
    #[error("表头下面没有指标")]
    NoRows,
    #[error("表里有{0}条指标，最多读入 2000 条")]
    TooManyRows(usize),
    #[error(transparent)]
    Text(#[from] ImportError),
}

impl TableError {
    /// The next act, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty => "请检查是否选错了文件或工作表",
            Self::TooLarge => "请删去图片和无关的工作表，另存后再读入",
            Self::OldExcel => "请在 Excel 或 WPS 里打开，去掉密码，另存为“.xlsx”后再读入",
            Self::NotExcel => "请选择 .xlsx 或 .csv 文件",
            Self::Broken => "请在 Excel 或 WPS 里打开这个文件，另存为“.xlsx”后再读入",
            Self::Bomb => "请向给您文件的人核实，或把需要的内容复制到新表里再读入",
            Self::TooManyCells => "请只留下需要的行和列，另存后再读入",
            Self::NoSheet(_) => "请从文件里的工作表中选一个",
            Self::NoHeader => {
                "表头请写明“指标”“编号”“评分标准”，或“一级指标”“二级指标”等字样，并放在前 10 行"
            }
            Self::NoRows => "请检查是否选错了工作表，或表头放错了行",
            Self::TooManyRows(_) => "请分成几个表读入，或只留下本单位要答的指标",
            Self::Text(error) => error.hint(),
        }
    }
}

# Read every table of a package in R, once with base R and once with readr, and write what was read
# as JSON, so that the test can hold it against the tables. PACKAGE is a folder or an address.
#
#     Rscript read.R PACKAGE OUT.json
#
# Needs jsonlite and readr. Types come from the descriptor, as its schemas declare them.

options(warn = 2) # a parsing problem is a failure, not a remark
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
descriptor <- jsonlite::read_json(file.path(folder, "datapackage.json"))
base_types <- c(
  string = "character", integer = "integer", number = "numeric", boolean = "logical", date = "Date"
)
readr_types <- c(string = "c", integer = "i", number = "d", boolean = "l", date = "D")

types_of <- function(resource) {
  vapply(resource$schema$fields, function(field) field$type, "")
}

read_base <- function(resource) {
  read.csv(
    file.path(folder, resource$path),
    na.strings = "", encoding = "UTF-8", colClasses = unname(base_types[types_of(resource)])
  )
}

read_readr <- function(resource) {
  found <- readr::read_csv(
    file.path(folder, resource$path),
    na = "", trim_ws = FALSE, progress = FALSE,
    col_types = paste(readr_types[types_of(resource)], collapse = "")
  )
  stopifnot(nrow(readr::problems(found)) == 0)
  found
}

tabular <- Filter(function(one) !is.null(one$schema), descriptor$resources)
names(tabular) <- vapply(tabular, function(one) one$name, "")
joins <- function(tables) {
  sourced <- merge(tables$figures, tables$sources, by = "source_id", suffixes = c("", ".source"))
  told <- merge(sourced, tables$events, by = "event_id", all.x = TRUE, suffixes = c("", ".event"))
  list(figures_of_sources = nrow(sourced), figures_of_events = nrow(told))
}
describe <- function(read) {
  tables <- lapply(tabular, read)
  list(
    rows = lapply(tables, nrow),
    types = lapply(tables, function(table) lapply(as.list(table), function(x) class(x)[1])),
    columns = lapply(tables, as.list),
    joins = joins(tables)
  )
}

found <- list(base = describe(read_base), readr = describe(read_readr))
text <- jsonlite::toJSON(
  found,
  dataframe = "columns", Date = "ISO8601", na = "null", digits = NA, auto_unbox = FALSE
)
writeLines(enc2utf8(as.character(text)), arguments[2], useBytes = TRUE)

// Package process starts the programs that are measured and reads what the
// kernel has counted for them: CPU time and memory, of a process and all that
// it started.
package process

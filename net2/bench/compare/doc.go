// Package compare measures every line of the table against every peer, in
// alternating rounds, and writes the table and the charts of docs/performance.md.
package compare

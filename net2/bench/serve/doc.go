// Package serve holds the servers that are measured: every workload, written
// for nodenet and for each of its peers as somebody who knows that peer would.
package serve

// Package events is Node's EventEmitter for Go, with Node's rules.
package events

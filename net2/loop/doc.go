// Package loop is Node's event loop: one goroutine that runs every callback, and the queues,
// timers and handles that decide which runs next and when the loop is over.
package loop

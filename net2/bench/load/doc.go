// Package load is the client of the measurements. It counts only what it has
// verified: every byte that comes back is compared with the one that has to
// come, so that a wrong, missing or surplus byte is an error and not a rate.
//
// It is cheap, for it shares the machine with the server: requests and the
// replies to them are made before the start and lie in one block, so that
// sending is one write of a part of it and verifying one comparison a read.
package load

//go:build !linux

package process

import (
	"errors"
	"time"
)

// Memory in bytes, as the kernel counts it.
type Memory struct {
	Resident int64
	Peak     int64
}

var errNoProc = errors.New("CPU time and memory are read from /proc, which only Linux has")

// CPU is the time that the process and its children have used so far.
func (p *Process) CPU() (time.Duration, error) { return 0, errNoProc }

// Memory is what the process and its children hold.
func (p *Process) Memory() (Memory, error) { return Memory{}, errNoProc }

// Switches is how often their threads gave a processor up, or lost it.
func (p *Process) Switches() (int64, error) { return 0, errNoProc }

package process

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// tick is the unit of CPU time in /proc: USER_HZ is 100 on every Linux that Go runs on.
const tick = 10 * time.Millisecond

// Memory in bytes, as the kernel counts it.
type Memory struct {
	Resident int64 // VmRSS
	Peak     int64 // VmHWM
}

// CPU is the time that the process and its children have used so far, in user
// mode and in the kernel.
func (p *Process) CPU() (time.Duration, error) {
	var sum time.Duration
	for _, pid := range tree(p.PID()) {
		stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		if err != nil {
			return 0, err
		}
		_, rest, _ := bytes.Cut(stat, []byte(") ")) // the name before may hold anything
		fields := strings.Fields(string(rest))
		for _, f := range fields[11:13] { // utime, stime
			n, err := strconv.ParseInt(f, 10, 64)
			if err != nil {
				return 0, err
			}
			sum += time.Duration(n) * tick
		}
	}
	return sum, nil
}

// Memory is what the process and its children hold.
func (p *Process) Memory() (Memory, error) {
	var sum Memory
	for _, pid := range tree(p.PID()) {
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		if err != nil {
			return Memory{}, err
		}
		sum.Resident += field(status, "VmRSS:") << 10
		sum.Peak += field(status, "VmHWM:") << 10
	}
	return sum, nil
}

// Switches is how often the threads of the process and its children gave a
// processor up, or lost it. Those of threads that have ended are not counted.
func (p *Process) Switches() (int64, error) {
	var sum int64
	for _, pid := range tree(p.PID()) {
		threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", pid))
		if err != nil {
			return 0, err
		}
		for _, thread := range threads {
			status, err := os.ReadFile(thread)
			if err != nil {
				continue // ended meanwhile
			}
			sum += field(status, "voluntary_ctxt_switches:") + field(status, "nonvoluntary_ctxt_switches:")
		}
	}
	return sum, nil
}

// field is the number behind a name in a file of names and numbers.
func field(file []byte, name string) int64 {
	for line := range strings.Lines(string(file)) {
		if f := strings.Fields(line); len(f) > 1 && f[0] == name {
			n, _ := strconv.ParseInt(f[1], 10, 64)
			return n
		}
	}
	return 0
}

// tree is a process and its descendants.
func tree(pid int) []int {
	pids := []int{pid}
	for i := 0; i < len(pids); i++ {
		children, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pids[i], pids[i]))
		if err != nil {
			continue // gone, or a kernel without the file
		}
		for _, f := range strings.Fields(string(children)) {
			if child, err := strconv.Atoi(f); err == nil {
				pids = append(pids, child)
			}
		}
	}
	return pids
}

package net2

import (
	"context"
	"net"
	"runtime"
	"strconv"

	"github.com/nodenet/go/net2/loop"
)

// resolve finds the addresses of host and calls cb on the loop, never at once.
// An address is its own answer. The request keeps the loop alive.
func resolve(l *loop.Loop, host string, options LookupOptions, cb func(err error, found []LookupAddress)) {
	if family := IsIP(host); family != 0 {
		l.NextTick(func() { cb(nil, []LookupAddress{{host, family}}) })
		return
	}
	l.BeginRequest()
	go func() {
		found, err := lookupIP(host, options)
		l.Post(func() {
			l.EndRequest()
			cb(err, found)
		})
	}()
}

// systemLookup is the [Lookup] of a program that brings none.
func systemLookup(l *loop.Loop) Lookup {
	return func(host string, options LookupOptions, cb func(error, []LookupAddress)) {
		options.validate()
		resolve(l, host, options, cb)
	}
}

// lookupIP blocks: it asks the resolver of Go's net.
func lookupIP(host string, options LookupOptions) ([]LookupAddress, error) {
	network := "ip"
	mapped := options.Family == 6 && options.Hints&HintV4Mapped != 0
	switch {
	case options.Family == 4:
		network = "ip4"
	case options.Family == 6 && !mapped:
		network = "ip6"
	}
	ips, err := net.DefaultResolver.LookupNetIP(context.Background(), network, host)
	if err != nil || len(ips) == 0 {
		return nil, lookupError(err, host)
	}
	var found, v4 []LookupAddress
	for _, ip := range ips {
		switch ip = ip.Unmap(); {
		case ip.Is6():
			found = append(found, LookupAddress{ip.String(), 6})
		case mapped:
			v4 = append(v4, LookupAddress{"::ffff:" + ip.String(), 6})
		default:
			found = append(found, LookupAddress{ip.String(), 4})
		}
	}
	if len(found) == 0 || options.Hints&HintAll != 0 {
		found = append(found, v4...)
	}
	return found, nil
}

// lookupOptions are what Node tells a look-up.
func (o *ConnectOptions) lookupOptions(all bool) LookupOptions {
	l := LookupOptions{Family: o.Family, Hints: o.Hints, All: all}
	if l.Hints == 0 && l.Family == 0 && runtime.GOOS != "windows" {
		l.Hints = HintAddrConfig
	}
	return l
}

// validate is what the system's look-up refuses; another's may take more.
func (o LookupOptions) validate() {
	if o.Hints&^(HintAddrConfig|HintAll|HintV4Mapped) != 0 {
		panic(&Error{Name: "TypeError", Code: "ERR_INVALID_ARG_VALUE",
			Message: "The argument 'hints' is invalid. Received " + strconv.Itoa(int(o.Hints))})
	}
	if o.Family != 0 && o.Family != 4 && o.Family != 6 {
		panic(&Error{Name: "TypeError", Code: "ERR_INVALID_ARG_VALUE",
			Message: "The property 'options.family' must be one of: 0, 4, 6. Received " + strconv.Itoa(o.Family)})
	}
}

// interleave orders addresses for the attempts: families alternate, the first
// address found leads, and none is tried twice. What is no address is left out.
func interleave(found []LookupAddress) []LookupAddress {
	var families [2][]LookupAddress
	seen := make(map[string]bool, len(found))
	first := 0
	for _, a := range found {
		if seen[a.Address] || IsIP(a.Address) == 0 || (a.Family != 4 && a.Family != 6) {
			continue
		}
		seen[a.Address] = true
		if first == 0 {
			first = a.Family
		}
		group := 0
		if a.Family != first {
			group = 1
		}
		families[group] = append(families[group], a)
	}
	order := make([]LookupAddress, 0, len(seen))
	for i := range max(len(families[0]), len(families[1])) {
		for _, group := range families {
			if i < len(group) {
				order = append(order, group[i])
			}
		}
	}
	return order
}

package js

import (
	"context"
	"net"
	"time"

	"github.com/dop251/goja"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2"
)

func (e *Env) bindNet() {
	e.bind("setSocketClass", func(c goja.FunctionCall) goja.Value {
		e.classes.socket = c.Argument(0).(*goja.Object)
		e.classes.socketEnd = standIn(c.Argument(1).(*goja.Object))
		return goja.Undefined()
	})
	e.bind("isIP", func(c goja.FunctionCall) goja.Value { return e.vm.ToValue(net2.IsIP(c.Argument(0).String())) })
	e.bind("lookup", e.systemLookup)
	e.bindServer()
	e.bindSocket()
	e.bindHandles()
	e.bindSocketState()
}

// serverMethods makes methods that a net.Server has.
func (e *Env) bindServer() {
	e.bind("serverInit", func(c goja.FunctionCall) goja.Value {
		js := c.Argument(0).(*goja.Object)
		s := streamOptions{c.Argument(1)}
		server := net2.NewServer(net2.ServerOptions{
			Loop: e.loop, AllowHalfOpen: s.is("allowHalfOpen"), PauseOnConnect: s.is("pauseOnConnect"),
			NoDelay: s.is("noDelay"), KeepAlive: s.is("keepAlive"),
			KeepAliveInitialDelay: milliseconds(s.get("keepAliveInitialDelay")), HighWaterMark: s.mark("highWaterMark"),
		})
		o := &object{server: server, emitter: &server.EventEmitter, capture: s.is("captureRejections")}
		o.setOptions(s)
		e.attach(js, o)
		e.checkEmit(o)
		return goja.Undefined()
	})
	server := func(name string, f func(s *net2.Server, c goja.FunctionCall) goja.Value) {
		e.bind(name, func(c goja.FunctionCall) goja.Value {
			o := e.lookup(c.Argument(0))
			if o == nil || o.server == nil {
				return goja.Undefined()
			}
			return f(o.server, c)
		})
	}
	server("serverListen", func(s *net2.Server, c goja.FunctionCall) goja.Value {
		o := streamOptions{c.Argument(1)}
		if e.handles.seen {
			defer func() { e.facadeOf(e.lookup(c.Argument(0))) }()
		}
		if e.listenAdopted(s, o) {
			return goja.Undefined()
		}
		options := net2.ListenOptions{Port: int(o.get("port").ToInteger()), Host: o.text("host"), Path: o.text("path"),
			IPv6Only: o.is("ipv6Only"), Backlog: int(o.get("backlog").ToInteger())}
		if options.Path == "" && options.Host == "" && !options.IPv6Only && options.Backlog == 0 {
			s.Listen(options.Port)
		} else {
			s.ListenWith(options)
		}
		return goja.Undefined()
	})
	server("serverClose", func(s *net2.Server, c goja.FunctionCall) goja.Value {
		if call := callback(c.Argument(1)); call != nil {
			s.Close(func(err error) {
				if err == nil {
					e.call(call, c.Argument(0))
					return
				}
				e.call(call, c.Argument(0), e.out(err))
			})
			return goja.Undefined()
		}
		s.Close()
		return goja.Undefined()
	})
	server("serverAddress", func(s *net2.Server, _ goja.FunctionCall) goja.Value { return e.addressOut(s.Address()) })
	server("serverListening", func(s *net2.Server, _ goja.FunctionCall) goja.Value { return e.vm.ToValue(s.Listening()) })
	server("serverRef", func(s *net2.Server, _ goja.FunctionCall) goja.Value { s.Ref(); return goja.Undefined() })
	server("serverUnref", func(s *net2.Server, _ goja.FunctionCall) goja.Value { s.Unref(); return goja.Undefined() })
	server("serverMaxConnections", func(s *net2.Server, c goja.FunctionCall) goja.Value {
		s.SetMaxConnections(int(c.Argument(1).ToInteger()))
		return goja.Undefined()
	})
	server("serverConnections", func(s *net2.Server, c goja.FunctionCall) goja.Value {
		call := callback(c.Argument(1))
		s.GetConnections(func(err error, n int) { e.call(call, c.Argument(0), e.out(err), e.vm.ToValue(n)) })
		return goja.Undefined()
	})
}

func (e *Env) addressOut(a *net2.AddressInfo) goja.Value {
	if a == nil {
		return goja.Null()
	}
	if a.Family == "" {
		return e.vm.ToValue(a.Address)
	}
	o := e.vm.NewObject()
	_ = o.Set("address", a.Address)
	_ = o.Set("family", a.Family)
	_ = o.Set("port", a.Port)
	return o
}

func (e *Env) dropArgument(d net2.DropArgument) goja.Value {
	o := e.vm.NewObject()
	for _, f := range []struct {
		name string
		v    any
		ok   bool
	}{
		{"localAddress", d.LocalAddress, d.LocalAddress != ""}, {"localPort", d.LocalPort, d.LocalPort != 0},
		{"localFamily", d.LocalFamily, d.LocalFamily != ""}, {"remoteAddress", d.RemoteAddress, d.RemoteAddress != ""},
		{"remotePort", d.RemotePort, d.RemotePort != 0}, {"remoteFamily", d.RemoteFamily, d.RemoteFamily != ""},
	} {
		if f.ok {
			_ = o.Set(f.name, f.v)
		} else {
			_ = o.Set(f.name, goja.Undefined())
		}
	}
	return o
}

// connectOptions reads what the glue has made of the arguments of connect.
func (e *Env) connectOptions(s streamOptions) net2.ConnectOptions {
	o := net2.ConnectOptions{
		Port: int(s.get("port").ToInteger()), PortZero: true, Host: s.text("host"), Path: s.text("path"),
		LocalAddress: s.text("localAddress"), LocalPort: int(s.get("localPort").ToInteger()),
		NoAutoSelectFamily:             s.not("autoSelectFamily"),
		AutoSelectFamilyAttemptTimeout: time.Duration(s.get("autoSelectFamilyAttemptTimeout").ToInteger()) * time.Millisecond,
	}
	switch f := s.get("family"); {
	case text(f) == "IPv4":
		o.Family = 4
	case text(f) == "IPv6":
		o.Family = 6
	default:
		o.Family = int(f.ToInteger())
	}
	if find := callback(s.get("lookup")); find != nil {
		o.Lookup = e.lookupWith(find, s.get("hints"))
	}
	return o
}

// lookupWith is a lookup function of the program.
func (e *Env) lookupWith(find goja.Callable, hints goja.Value) net2.Lookup {
	return func(host string, options net2.LookupOptions, cb func(err error, addresses []net2.LookupAddress)) {
		o := e.vm.NewObject()
		_ = o.Set("family", options.Family)
		if isNil(hints) {
			hints = e.vm.ToValue(0)
		}
		_ = o.Set("hints", hints)
		if options.All {
			_ = o.Set("all", true)
		}
		e.call(find, goja.Undefined(), e.vm.ToValue(host), o, e.fn("callback", 3, func(c goja.FunctionCall) goja.Value {
			if err := e.errorIn(c.Argument(0)); err != nil {
				cb(err, nil)
				return goja.Undefined()
			}
			cb(nil, e.addressesIn(c.Argument(1), c.Argument(2)))
			return goja.Undefined()
		}))
	}
}

// addressesIn reads the answer of a lookup: one address and its family, or an array of both.
func (e *Env) addressesIn(v, family goja.Value) []net2.LookupAddress {
	one := func(address, family goja.Value) net2.LookupAddress {
		a := net2.LookupAddress{}
		if !isNil(address) {
			a.Address = address.String()
		}
		if family != nil {
			a.Family = int(family.ToInteger())
		}
		return a
	}
	o, ok := v.(*goja.Object)
	if !ok || o.ClassName() != "Array" {
		if isNil(v) {
			return nil
		}
		return []net2.LookupAddress{one(v, family)}
	}
	var list []net2.LookupAddress
	e.vm.ForOf(o, func(item goja.Value) bool {
		entry := item.ToObject(e.vm)
		list = append(list, one(entry.Get("address"), entry.Get("family")))
		return true
	})
	return list
}

// systemLookup is dns.lookup: (host, family, callback with an array of addresses).
func (e *Env) systemLookup(c goja.FunctionCall) goja.Value {
	host, family := c.Argument(0).String(), int(c.Argument(1).ToInteger())
	call := callback(c.Argument(2))
	var found []net2.LookupAddress
	var err error
	e.loop.Work(func() { found, err = resolve(host, family) }, func() {
		if err != nil {
			e.call(call, goja.Undefined(), e.out(err))
			return
		}
		list := make([]any, len(found))
		for i, a := range found {
			list[i] = map[string]any{"address": a.Address, "family": a.Family}
		}
		e.call(call, goja.Undefined(), goja.Null(), e.vm.NewArray(list...))
	})
	return goja.Undefined()
}

func resolve(host string, family int) ([]net2.LookupAddress, error) {
	if n := net2.IsIP(host); n != 0 {
		return []net2.LookupAddress{{Address: host, Family: n}}, nil
	}
	ips, err := net.DefaultResolver.LookupIPAddr(context.Background(), host)
	var list []net2.LookupAddress
	for _, ip := range ips {
		n := 6
		if ip.IP.To4() != nil {
			n = 4
		}
		if family == 0 || family == n {
			list = append(list, net2.LookupAddress{Address: ip.String(), Family: n})
		}
	}
	if err != nil || len(list) == 0 {
		return nil, &events.Error{Code: "ENOTFOUND", Syscall: "getaddrinfo", Message: "getaddrinfo ENOTFOUND " + host}
	}
	return list, nil
}

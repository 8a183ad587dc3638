# Who may reach what: the one table that the firewalls of every cloud are made from. It uses no provider, so it is applied
# for real in the tests.

locals {
  # The whole internet, and only these.
  everywhere = {
    http  = { protocol = "tcp", port = 80, why = "certificates, and the way to HTTPS" }
    https = { protocol = "tcp", port = 443, why = "the chat" }
  }

  public = merge(
    {
      for pair in setproduct(keys(local.everywhere), ["0.0.0.0/0", "::/0"]) :
      "${pair[0]}-${pair[1] == "::/0" ? "v6" : "v4"}" => {
        protocol = local.everywhere[pair[0]].protocol
        port     = local.everywhere[pair[0]].port
        cidr     = pair[1]
        family   = pair[1] == "::/0" ? "v6" : "v4"
        why      = local.everywhere[pair[0]].why
      }
    },
    {
      for cidr in var.ssh_cidrs : "ssh-${cidr}" => {
        protocol = "tcp"
        port     = 22
        cidr     = cidr
        family   = strcontains(cidr, ":") ? "v6" : "v4"
        why      = "administration"
      }
    },
  )

  # Between the hosts, over the private network only.
  private = {
    for name, rule in {
      ssh           = { port = 22, to = "all", why = "administration from host to host" }
      app           = { port = 8000, to = "app", why = "gateway to app" }
      app_other     = { port = 8001, to = "app", why = "gateway to the other colour of app" }
      management    = { port = 9000, to = "app", why = "health and metrics" }
      management_2  = { port = 9001, to = "app", why = "health and metrics of the other colour" }
      mysql         = { port = 3306, to = "db", why = "app to database" }
      redis         = { port = 6379, to = "redis", why = "app to app" }
      node_exporter = { port = 9100, to = "all", why = "monitoring" }
      } : name => {
      protocol = "tcp"
      port     = rule.port
      cidr     = var.private_cidr
      family   = "v4"
      to       = rule.to
      why      = rule.why
    }
  }
}

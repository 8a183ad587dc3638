variable "ssh_cidrs" {
  description = "Networks that administrators come from. Nobody else reaches SSH; empty means nobody from outside."
  type        = set(string)

  validation {
    condition     = alltrue([for cidr in var.ssh_cidrs : can(cidrhost(cidr, 0))])
    error_message = "Each of ssh_cidrs must be a network such as 198.51.100.7/32."
  }

  validation {
    condition     = alltrue([for cidr in var.ssh_cidrs : try(tonumber(split("/", cidr)[1]) >= (strcontains(cidr, ":") ? 32 : 16), false)])
    error_message = "SSH must not be open to the world: each of ssh_cidrs has to be /16 or narrower (IPv6: /32)."
  }
}

variable "private_cidr" {
  description = "The network between the hosts."
  type        = string

  validation {
    condition     = can(cidrhost(var.private_cidr, 0)) && can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)", var.private_cidr))
    error_message = "private_cidr must be a private IPv4 network (RFC 1918), such as 10.60.0.0/24."
  }
}

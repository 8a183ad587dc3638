variable "name" {
  description = "Begins the names of everything; installations in one account need different ones."
  type        = string
  default     = "parley"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}$", var.name))
    error_message = "name must be 2 to 21 lower case letters, digits and hyphens."
  }
}

variable "domain" {
  description = "The name under which people reach the chat, such as chat.example.org."
  type        = string
}

variable "region" {
  description = "Where it runs, such as fra."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{3}$", var.region))
    error_message = "region must be one of Vultr's three-letter codes, such as fra."
  }
}

variable "ssh_public_key" {
  description = "The key of the first administrator; Ansible adds the others."
  type        = string

  validation {
    condition     = can(regex("^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|sk-ssh-ed25519@openssh.com|ssh-rsa) [A-Za-z0-9+/=]+", var.ssh_public_key))
    error_message = "ssh_public_key must be the text of a public key, as in ~/.ssh/id_ed25519.pub."
  }
}

variable "ssh_cidrs" {
  description = "Networks that administrators come from. There is no default: nobody else reaches SSH."
  type        = set(string)

  validation {
    condition     = alltrue([for cidr in var.ssh_cidrs : try(tonumber(split("/", cidr)[1]) >= (strcontains(cidr, ":") ? 32 : 16), false)])
    error_message = "SSH must not be open to the world: each of ssh_cidrs has to be /16 or narrower (IPv6: /32)."
  }
}

variable "vpc_cidr" {
  description = "The network between the hosts."
  type        = string
  default     = "10.60.0.0/24"

  validation {
    condition     = can(cidrhost(var.vpc_cidr, 10))
    error_message = "vpc_cidr must be a network such as 10.60.0.0/24."
  }
}

variable "hosts" {
  description = "The hosts by name. Small: one with all roles. Large: gateway, several app, db, redis, monitoring."
  type = map(object({
    roles = set(string)
    plan  = optional(string, "vhp-2c-4gb-amd")
  }))
  default = {
    chat = { roles = ["gateway", "app", "db", "monitoring"] }
  }

  validation {
    condition     = alltrue([for name in keys(var.hosts) : can(regex("^[a-z][a-z0-9-]{0,30}$", name))])
    error_message = "Names of hosts are lower case letters, digits and hyphens."
  }

  validation {
    condition     = alltrue([for host in var.hosts : can(regex("^[a-z]+[0-9]*-[0-9]+c-[0-9]+gb", host.plan))])
    error_message = "plan must be one of Vultr's, such as vhp-2c-4gb-amd."
  }
}

variable "dns_zone" {
  description = "The zone of the domain at Vultr's name servers, such as example.org; without it the records are made elsewhere."
  type        = string
  default     = null
}

variable "dns_ttl" {
  description = "Seconds for which resolvers remember the addresses."
  type        = number
  default     = 300

  validation {
    condition     = var.dns_ttl >= 60 && var.dns_ttl <= 3600
    error_message = "dns_ttl must be from 60 to 3600 seconds, so that a move does not take a day."
  }
}

variable "certificate_authorities" {
  description = "Who may issue certificates for the domain (CAA)."
  type        = set(string)
  default     = ["letsencrypt.org"]
}

variable "managed_database" {
  description = "A managed MySQL 8 instead of a host with the role db."
  type = object({
    plan = optional(string, "vultr-dbaas-startup-cc-2-80-4")
  })
  default = null
}

variable "backup_bucket" {
  description = "Whether to rent object storage for encrypted backups, and the cluster that it is in."
  type = object({
    cluster_id = number
    tier_id    = optional(number, 2)
  })
  default = null
}
